import DialogueModel
import SpreadsheetReading

/// Turns what was seen in a workbook into findings with words and a remedy.
enum SheetWords {
  /// Why a workbook cannot be read.
  static func finding(_ error: any Error, file: String) -> Finding {
    guard let error = error as? SpreadsheetError else {
      return Finding(
        .fileUnreadable, at: Place(file: file), "the workbook cannot be read",
        consequence: "The source is not read.", remedy: "Save it again, and run again.")
    }
    if let archive = error.archiveError { return ArchiveWords.finding(archive, file: file) }
    let isLimit = error.kind == .tooLarge
    return Finding(
      isLimit ? .limitExceeded : .archiveUnreadable, at: Place(file: file),
      "the workbook cannot be read: \(error.reason)", consequence: "The source is not read.",
      remedy: isLimit
        ? "Save the sheet with the answers as CSV, and name that file."
        : "Open it in a spreadsheet program, save it again as .xlsx, and name that file.")
  }

  /// What the records of a sheet do not show.
  static func findings(_ report: SheetReport, file: String) -> [Finding] {
    var findings: [Finding] = []
    if report.formulasWithoutValue > 0 {
      findings.append(
        Finding(
          .sheetFormula, at: Place(file: file),
          "\(report.formulasWithoutValue) cells hold a formula whose result is not stored",
          consequence: "They count as empty.",
          remedy: "Open the workbook in a spreadsheet program and save it, which stores the "
            + "results."))
    }
    let notes = [
      (report.bodyMerges, "merged areas stand among the records; their first cells count"),
      (report.hiddenRows, "rows are hidden, by a filter for example; they are read all the same"),
      (report.rowsOutOfOrder, "rows do not stand in the order of their numbers"),
      (report.errorCells, "cells hold an error such as #N/A, which is read as text"),
    ]
    for (count, words) in notes where count > 0 {
      findings.append(
        Finding(
          .sheetOddity, at: Place(file: file), "\(count) \(words)",
          remedy: "Look at the sheet; nothing needs to be done if that is meant."))
    }
    return findings
  }
}
