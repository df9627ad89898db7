import DialogueModel
import Ingest
import Records
import Register

/// Reads a submission's texts again from its source file, masked: what a quotation is compared
/// with when a run is verified.
struct SourceText {
  let loaded: LoadedDialogue
  let registerPath: String

  /// The masked texts of a submission, read from the source and not from the register; empty
  /// when the record is not there any more.
  func maskedTexts(of id: String) throws -> [String] {
    let register = try RegisterReader(path: registerPath)
    guard let number = PublicNumber(id, prefix: loaded.file.dialogue.idPrefix),
      let submission = try register.submission(number: Int(number.value))
    else { return [] }
    let source = try register.sources()[submission.source - 1]
    let (files, _) = SourceResolver(
      folder: loaded.folder, profiles: loaded.profiles, limits: loaded.file.limits
    ).resolve(loaded.file.sources, dialogueFile: loaded.dialogueFile)
    guard let file = files.first(where: { $0.path == source.path }),
      let opened = try SourceOpener(limits: loaded.file.limits).open(file).source
    else { return [] }
    let work = SourceWork()
    var first = 1
    while try opened.take(into: work) {
      work.parse()
      let batch = work.batch
      let record = submission.record - first
      if batch.count > 0, record >= 0, record < batch.count {
        return opened.layout.text.map {
          RecordProcessor.refined(batch.value(column: $0.index, record: record))
        }
      }
      first += batch.count + batch.undelivered.count
    }
    return []
  }
}
