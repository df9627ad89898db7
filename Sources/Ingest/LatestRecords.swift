import DialogueModel

/// Finds, among records with the same identifier, the one that counts.
///
/// An e-service platform writes a file for each event of a submission: when it was sent in, when
/// it was supplemented, when its status changed. The latest event holds all that the sender said,
/// and the ones before it are set aside. Which is the latest can only be known when all files
/// have been seen, so the identifiers and times are read once before the reading proper.
///
/// Of events with the same time, or without a readable one, the last that was read counts: files
/// are read in the order of their names, and platforms number their events. Older versions of Open
/// ePlatform write the hour on a 12-hour clock without saying which half of the day, so the order
/// of two events of one day is not sure there.
public struct LatestRecords: Sendable {
  private var superseded: [Int: Set<Int>] = [:]

  /// Looks through the files whose profile says by which time the latest counts.
  ///
  /// A file that cannot be opened is passed over: the reading proper says why.
  public init(_ files: [SourceFile], opener: SourceOpener) throws(InspelError) {
    var latest: [String: Event] = [:]
    for (index, file) in files.enumerated() {
      let paths = file.profile.latestBy
      guard !paths.isEmpty else { continue }
      var look = file
      // The answers are read as well: an event that is rejected replaces nothing.
      look.declaration.closed = paths + file.declaration.closed
      look.declaration.multiple = [:]
      guard let opened = try opener.open(look).source else { continue }
      try read(opened, index, file, &latest)
    }
  }

  /// The records of a file, by their numbers from 1, whose place a later event of the same
  /// submission takes.
  ///
  /// - Parameter file: The index of the file.
  /// - Returns: The records' numbers.
  public func superseded(file: Int) -> Set<Int> { superseded[file] ?? [] }

  private struct Event {
    var file: Int
    var record: Int
    var time: Int?
  }

  private mutating func read(
    _ opened: OpenedSource, _ index: Int, _ file: SourceFile, _ latest: inout [String: Event]
  ) throws(InspelError) {
    guard let id = opened.layout.id else { return }
    let times = opened.layout.closed.prefix(file.profile.latestBy.count).map(\.index)
    let reader = TimeReader(order: file.declaration.dateOrder ?? file.profile.dateOrder)
    let work = SourceWork()
    var first = 1
    while try opened.take(into: work) {
      work.parse()
      let batch = work.batch
      let rejected = Set(batch.problems.compactMap(\.recordIndex))
      for record in 0..<batch.count where !rejected.contains(record) {
        let own = batch.value(column: id, record: record)
        if own.isEmpty { continue }
        let time = times.lazy.compactMap { column in
          reader.read(batch.value(column: column, record: record))
        }.first
        note(
          Event(
            file: index, record: first + record, time: time.map { $0.day * 86_400 + $0.seconds }),
          key: file.profile.id + "\u{1F}" + String(decoding: own, as: UTF8.self), &latest)
      }
      first += batch.count + batch.undelivered.count
    }
  }

  private mutating func note(_ event: Event, key: String, _ latest: inout [String: Event]) {
    guard let known = latest[key] else {
      latest[key] = event
      return
    }
    let isLater = (event.time ?? Int.min) >= (known.time ?? Int.min)
    let loser = isLater ? known : event
    superseded[loser.file, default: []].insert(loser.record)
    if isLater { latest[key] = event }
  }
}
