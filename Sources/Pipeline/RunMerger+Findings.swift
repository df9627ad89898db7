import DialogueModel
import Ingest
import Records

/// What the records of a source give to report.
extension RunMerger {
  /// Tells when everything in a source has been read before, and what later events replace.
  func reportRepeats(_ index: Int) {
    let account = accounts[index]
    let path = files[index].path
    let replaced = latest.superseded(file: index).count
    if replaced > 0 {
      collector.add(
        Finding(
          .sourceSuperseded, at: Place(file: path),
          replaced == 1
            ? "1 record is replaced by another event of the same submission"
            : "\(replaced) records are replaced by other events of the same submissions",
          consequence: "The latest event counts; these are in the account as duplicates.",
          remedy: "Nothing needs to be done."))
    }
    if otherPeoples.count > 0, same.copy(index) == nil {
      let (count, first) = otherPeoples
      collector.add(
        Finding(
          .sourceSameWords, at: Place(file: path, record: first),
          count == 1
            ? "1 record has the same answers as another, and a number or time of its own"
            : "\(count) records have the same answers as others, and numbers or times of their own,"
              + " the first of them here",
          consequence: "They count as duplicates.",
          remedy: "If they are several people's, as in a campaign, write sameWords: count at the "
            + "source."))
    }
    guard account[.accepted] == 0, account[.duplicate] > replaced, repeatedSources.count == 1,
      let earlier = repeatedSources.first, earlier != index
    else { return }
    let isCopy = same.copy(index)?.isExact == true
    // A file with one record, as e-services write them, is a submission and no export.
    guard isCopy || account.read > 1 else { return }
    collector.add(
      Finding(
        .sourceSameExport, at: Place(file: path),
        isCopy
          ? "the file is the same, byte for byte, as \(files[earlier].path)"
          : "every submission in it stands in \(files[earlier].path) too",
        consequence: "Its \(account[.duplicate]) records count as duplicates.",
        remedy: "Take one of the files away if it was downloaded twice by mistake."))
  }

  /// Reports what is wrong with records of a batch, and gives the code of each that is rejected.
  ///
  /// Findings stand in the order of their records, those of no record last, so that it makes no
  /// difference how a source was cut into batches.
  func reportProblems(
    _ batch: RecordBatch, _ results: borrowing ProcessedRecords, path: String, first: Int
  ) -> [Int: FindingCode] {
    var codes: [Int: FindingCode] = [:]
    var found: [(record: Int, finding: Finding)] = []
    func place(_ record: Int, column: String? = nil) -> Place {
      Place(
        file: path, line: Int(batch.lines[record]), record: first + record, column: column)
    }
    func reject(_ record: Int?, _ finding: Finding) {
      told.insert(finding.code)
      if let record {
        codes[record] = finding.code
        noteRejection(finding)
      }
    }
    for problem in batch.problems {
      let finding = ProblemWords.finding(
        problem, file: path, record: problem.recordIndex.map { first + $0 },
        column: problem.field.map { "field \($0)" })
      found.append((problem.recordIndex ?? batch.count, finding))
      reject(problem.recordIndex, finding)
    }
    for notice in batch.notices {
      found.append(
        (
          notice.recordIndex ?? batch.count,
          ProblemWords.finding(notice, file: path, record: notice.recordIndex.map { first + $0 })
        ))
    }
    for record in results.repeatedHeaders {
      let finding = Finding(
        .csvHeaderRepeated, at: place(record), "the record is the header once more",
        consequence: "It is no answer, and is rejected.",
        remedy: "Nothing needs to be done if two exports were put together on purpose.")
      found.append((record, finding))
      codes[record] = finding.code
      noteRejection(finding)
    }
    for record in results.unreadableTimes {
      found.append(
        (
          record,
          Finding(
            .mapTimeUnreadable, at: place(record), "the time is not written in a known form",
            consequence: "The record counts, and whether it is within the period is not known.",
            remedy: "Name the right column under time, or the profile's dateOrder.")
        ))
    }
    for (record, dimension) in results.unknownAnswers {
      let label = shape.dimensions[dimension].id
      found.append(
        (
          record,
          Finding(
            .groupUnknownValue, at: place(record, column: label),
            "the answer on \(label) is one that no target group knows",
            consequence: "The submission is kept, and left out of the comparison on \(label).",
            remedy: "Add the answer to the target-group file.")
        ))
    }
    let ordered = found.enumerated().sorted {
      ($0.element.record, $0.offset) < ($1.element.record, $1.offset)
    }
    collector.add(contentsOf: ordered.map(\.element.finding))
    for (place, problem) in batch.undelivered.enumerated() {
      let finding = ProblemWords.finding(problem, file: path, record: first + batch.count + place)
      collector.add(finding)
      told.insert(finding.code)
      noteRejection(finding)
    }
    return codes
  }

  private func noteRejection(_ finding: Finding) {
    var entry = rejections[finding.code] ?? (0, [])
    entry.count += 1
    if entry.places.count < 20 { entry.places.append(finding.place) }
    rejections[finding.code] = entry
  }
}
