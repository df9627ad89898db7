import Ingest
import Testing

/// A small file as a tool writes it, and what is to be told of it.
///
/// All samples are made for the tests: no one gave these answers.
struct ProfileSample: Sendable, CustomTestStringConvertible {
  /// The key of the profile.
  let profile: String
  /// In which style the file is written.
  let style: String
  let text: String
  let confidence: InspectedFile.Confidence
  /// Whether the file has submissions, and else what it is.
  var kind = InspectedFile.Kind.submissions
  /// The number of header rows; `nil` for XML and notes.
  var headerRows: Int? = 1
  /// The names of all columns; empty for XML and notes.
  var names: [String] = []
  /// A column or path whose text is read.
  var answer = ""
  /// The identifier of the first record.
  var id: String?
  /// The time of the first record, in a form that every reader knows.
  var time: String?
  /// Whether the first record is finished; `nil` when the tool does not tell by an empty column.
  var isFinished: Bool?
  /// What is known to be personal data, and never read.
  var dropped: [String] = []
  /// Another profile that this file also fits.
  var fits: [String] = []

  var testDescription: String { "\(profile): \(style)" }

  /// Lines with one delimiter.
  static func lines(_ delimiter: String, _ rows: [[String]], end: String = "\n") -> String {
    rows.map { row in
      row.map { cell in
        cell.contains(where: { "\"\n\r".contains($0) }) || cell.contains(delimiter)
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: delimiter)
    }.joined(separator: end) + end
  }

  /// Lines in which every field is quoted.
  static func quoted(_ delimiter: String, _ rows: [[String]], end: String = "\n") -> String {
    rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter)
    }.joined(separator: end) + end
  }

  static let all = limeSurvey + forms + tables + platforms + xml + generic
}
