import DialogueModel
import Records

/// Turns what a reader saw into a finding with words and a remedy.
public enum ProblemWords {
  /// The finding for a problem.
  ///
  /// `record` is the record's number in the file.
  public static func finding(
    _ problem: RecordProblem, file: String, record: Int?, column: String? = nil
  ) -> Finding {
    let place = Place(file: file, line: problem.line, record: record, column: column)
    let expected = problem.expected.map(String.init) ?? "another number of"
    let found = problem.found.map(String.init) ?? "too many or too few"
    let detail = problem.detail.map { ": \($0)" } ?? ""
    let rejected = "The record is rejected; it stands in the account and in the register."
    let stopped = "Reading stopped here. The records before it count, what follows does not."
    switch problem.kind {
    case .fieldCount:
      return Finding(
        .csvFieldCount, at: place, "the record has \(found) fields, the header has \(expected)",
        consequence: rejected,
        remedy: "Look for a missing quote or delimiter in the line, or in a sheet for text beyond "
          + "the last column, and export again.")
    case .unterminatedQuote:
      return Finding(
        .csvUnterminatedQuote, at: place,
        "a quoted field begins here and is still open when the file ends",
        consequence: "Everything from here to the end of the file is one rejected record.",
        remedy: "Look at the field that begins here: close its quote where the text ends, or"
          + " double the quote if it belongs to the text, or export again.")
    case .strayQuote:
      return Finding(
        .csvStrayQuote, at: place,
        "a quote stands inside a quoted field without being doubled",
        consequence: "The text is kept whole. Where a delimiter stands in it, columns may have"
          + " moved.",
        remedy: "Look at the record. Double the quote in the file, or export again, if columns"
          + " have moved.")
    case .invalidEncoding:
      return Finding(
        .encodingInvalid, at: place,
        "the record holds bytes that are no text in the file's encoding\(detail)",
        consequence: rejected,
        remedy: "Name the right encoding in dialogue.yaml, or export as UTF-8.")
    case .recordTooLong:
      return Finding(
        .csvRecordTooLong, at: place,
        "the record is larger than the limit\(size(problem))", consequence: rejected,
        remedy: "Look for a missing quote before this line, and export again. If the record is "
          + "whole, raise the limit under limits in dialogue.yaml.")
    case .nulByte:
      return Finding(
        .csvNulByte, at: place, "the record holds a NUL byte", consequence: rejected,
        remedy: "Export the file again; NUL bytes are a sign of a damaged file.")
    case .notWellFormed:
      return Finding(
        .xmlNotWellFormed, at: place, "the XML is not well-formed\(detail)", consequence: stopped,
        remedy: "Export the file again, or mend it at this line.")
    case .documentType:
      return Finding(
        .xmlDocumentType, at: place, "the XML has a document type declaration",
        consequence: "It is refused: such declarations can name other files. " + stopped,
        remedy: "Take the line that begins with <!DOCTYPE out of the file, or export again.")
    case .tooDeep:
      return Finding(
        .xmlTooDeep, at: place, "the XML is nested deeper than the limit\(detail)",
        consequence: stopped, remedy: "Export the file again; no form nests so deep.")
    case .valueTooLong:
      return Finding(
        .xmlValueTooLong, at: place, "a value is longer than the limit\(detail)",
        consequence: record == nil ? stopped : rejected,
        remedy: "Export without attached files, or raise limits.recordMegabytes in dialogue.yaml.")
    case .declarationMended:
      return Finding(
        .xmlDeclarationMended, at: place, "the XML declaration is malformed\(detail)",
        consequence: "It was mended while reading; the file itself is as it was.",
        remedy: "Nothing needs to be done. Tell whoever looks after the e-service.")
    case .encodingMismatch:
      return Finding(
        .encodingMismatch, at: place,
        "the declared encoding is contradicted by the bytes\(detail)",
        consequence: problem.detail?.contains("read as") == true
          ? "It is read as said." : record == nil ? "The declared encoding is used." : rejected,
        remedy:
          "Name the right encoding at the source in dialogue.yaml (encoding: windows-1252, for "
          + "example), or correct it in the export.")
    case .unknownEncoding:
      return Finding(
        .encodingUnknown, at: place, "the encoding is not one that can be read\(detail)",
        consequence: "The source is not read.",
        remedy: "Export as UTF-8, or name one of "
          + TextEncoding.all.map(\.name).joined(separator: ", ") + ".")
    }
  }

  // Which limit, and how much there was: `: 20001 fields in the record, and 16384 are the most`.
  private static func size(_ problem: RecordProblem) -> String {
    guard let most = problem.expected else { return "" }
    let what = problem.detail ?? "bytes in the record"
    guard let found = problem.found else { return ": \(most) \(what) are the most" }
    return ": \(found) \(what), and \(most) are the most"
  }
}
