import Foundation

/// A run of the program from outside: what it printed and how it ended.
public struct ProgramRun: Sendable {
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let messages: String
  /// Its exit status.
  public let status: Int32

  /// Runs the program to its end.
  public init(_ arguments: [String], input: String? = nil, folder: String? = nil) throws {
    let process = Self.process(arguments, folder: folder)
    let outputPipe = Pipe()
    let messagePipe = Pipe()
    process.standardOutput = outputPipe
    process.standardError = messagePipe
    let inputPipe = Pipe()
    process.standardInput = inputPipe
    try process.run()
    if let input { inputPipe.fileHandleForWriting.write(Data(input.utf8)) }
    try inputPipe.fileHandleForWriting.close()
    // Both pipes are read at the same time, or a full one would stop the program.
    nonisolated(unsafe) var said = Data()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      said = messagePipe.fileHandleForReading.readDataToEndOfFile()
    }
    let written = outputPipe.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    output = String(decoding: written, as: UTF8.self)
    messages = String(decoding: said, as: UTF8.self)
    status = process.terminationStatus
  }

  /// A process of the program that has not been started.
  public static func process(_ arguments: [String], folder: String? = nil) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TestPlaces.program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    return process
  }
}
