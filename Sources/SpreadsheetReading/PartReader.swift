import Archives
import Records
import XMLReading

// Takes the events of one small part of a spreadsheet.
protocol PartSink: XMLEventSink {
  // What the part may not do, in words, once it has.
  var refusal: SpreadsheetError? { get }
}

// Reads a whole part of a spreadsheet into a sink.
enum PartReader {
  static func read(
    _ member: ZipMember, of archive: ZipArchive, into sink: some PartSink
  ) throws(SpreadsheetError) {
    let reader = XMLEventReader(.file(try extract(member, of: archive)), sink: sink)
    do {
      while try reader.step() {
        if let refusal = sink.refusal { throw refusal }
      }
    } catch let error as SourceError {
      throw SpreadsheetError(error)
    } catch let error as SpreadsheetError {
      throw error
    } catch {
      preconditionFailure("the two calls throw nothing else")
    }
    if let refusal = sink.refusal { throw refusal }
    if let failure = reader.failure { throw damaged(failure) }
  }

  static func extract(
    _ member: ZipMember, of archive: ZipArchive
  ) throws(SpreadsheetError) -> InputFile {
    do {
      return try archive.extract(member)
    } catch {
      throw SpreadsheetError(error)
    }
  }

  static func damaged(_ problem: RecordProblem) -> SpreadsheetError {
    let words = problem.detail.map { ": \($0)" } ?? ""
    return SpreadsheetError(
      .damaged, "a part of the spreadsheet is refused (\(problem.kind.rawValue))\(words)",
      problem: problem)
  }
}
