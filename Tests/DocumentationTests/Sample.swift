import Foundation
import TestSupport

/// The sample dialogue as `make run` runs it.
enum Sample {
  /// The value of a variable in the Makefile.
  static func variable(_ name: String) -> String {
    let path = TestPlaces.package + "/Makefile"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let start = "\(name) := "
    let line = text.split(separator: "\n").first { $0.hasPrefix(start) }
    return line.map { String($0.dropFirst(start.count)) } ?? ""
  }

  static let folder = variable("SAMPLE")
  static let path = TestPlaces.package + "/" + folder
  static let time = variable("AT")
}
