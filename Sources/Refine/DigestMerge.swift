import Records

/// Makes one run of several, none of which has a digest of another.
struct DigestMerge {
  /// The number of entries of each run that are in memory at once.
  private static let chunk = 16 * DigestRun.pageLength

  private var heads: [ContentDigest] = []
  private var inputs: [Input] = []

  /// A run that is read from its beginning to its end.
  private struct Input {
    let run: DigestRun
    var entries: [DigestEntry] = []
    var place = 0
    var read = 0

    /// Makes the next entry the current one; `false` at the end.
    mutating func advance() throws(SourceError) -> Bool {
      place += 1
      if place < entries.count { return true }
      place = 0
      entries = []
      entries = try run.entries(in: read..<min(read + DigestMerge.chunk, run.count))
      read += entries.count
      return !entries.isEmpty
    }
  }

  /// Merges runs into one of the next level.
  static func merge(_ runs: [DigestRun], folder: String?) throws(SourceError) -> DigestRun {
    var merge = DigestMerge()
    return try merge.execute(runs, folder: folder)
  }

  private mutating func execute(
    _ runs: [DigestRun], folder: String?
  ) throws(SourceError) -> DigestRun {
    var writer = try DigestRunWriter(
      level: (runs.map(\.level).max() ?? 0) + 1, capacity: runs.reduce(0) { $0 + $1.count },
      folder: folder)
    for run in runs {
      var input = Input(run: run)
      if try input.advance() {
        heads.append(input.entries[0].digest)
        inputs.append(input)
      }
    }
    var output: [DigestEntry] = []
    output.reserveCapacity(Self.chunk)
    while !inputs.isEmpty {
      var least = 0
      for index in 1..<max(heads.count, 1) where heads[index].precedes(heads[least]) {
        least = index
      }
      output.append(inputs[least].entries[inputs[least].place])
      if try inputs[least].advance() {
        heads[least] = inputs[least].entries[inputs[least].place].digest
      } else {
        heads.remove(at: least)
        inputs.remove(at: least)
      }
      if output.count == Self.chunk || inputs.isEmpty {
        try writer.append(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    return try writer.finish()
  }
}
