import ArgumentParser
import DialogueModel
import Pipeline

/// The exit statuses that programs can rely on: 0 done, 1 failed, 2 done with findings at or
/// above `--fail-on`, 64 usage (given by the argument parser).
enum ExitStatus {
  static let failed = ExitCode(1)
  static let findings = ExitCode(2)

  /// Runs a command's work and turns an error into words and a status.
  static func guarding(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let refused as RefusedRun {
      Terminal.show(refused.findings, least: .warning)
      Terminal.message("Nothing was written; an output of an earlier run is as it was.")
      throw failed
    } catch let error as InspelError {
      Terminal.show(error)
      throw error.code == .usage ? ExitCode(64) : failed
    }
  }
}

extension Severity: ExpressibleByArgument {}
