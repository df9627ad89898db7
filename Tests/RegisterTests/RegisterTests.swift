import DialogueModel
import Foundation
import GRDB
import Register
import TestSupport
import Testing

@Suite struct RegisterTests {
  func write(_ path: String, submissions: Int = 3) throws {
    let writer = try RegisterWriter(path: path)
    for sequence in 1...submissions {
      let groups: [UInt8] = [1, 0]
      let text = Array("text \(sequence) å".utf8)
      let closed: [UInt8] = sequence == 3 ? [2, 1, 65] : []
      try closed.withUnsafeBufferPointer { closed in
        try groups.withUnsafeBufferPointer { groups in
          try writer.write(
            SubmissionRow(
              sequence: sequence, number: 1000 + sequence, source: 1, record: sequence,
              line: sequence + 1, day: sequence == 2 ? nil : 20_000, groups: groups,
              flags: sequence == 3 ? [.anonymous, .paraphrase] : [], times: sequence,
              closed: closed))
        }
      }
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      text.withUnsafeBufferPointer { text in
        for ordinal in 1..<sequence {
          writer.writeViewpoint(
            ordinal: ordinal, question: ordinal, text: text, edits: none, masks: none, tags: text)
        }
      }
    }
    try writer.writeSetAside(
      source: 1, record: 9, line: 10, outcome: .duplicate, code: nil, repeats: 2)
    try writer.finish(
      RegisterClosing(
        meta: ["at": "2026"],
        sources: [
          .init(
            path: "a.csv", member: nil, sha256: "00", bytes: 7, profile: "csv", channel: "k",
            activity: nil,
            encoding: "utf-8", read: 4)
        ], questions: [.init(id: 1, source: 1, name: "fråga", kind: .text)],
        sensitiveCounts: [.init(channel: "k", dimension: "d", value: "", count: 2)],
        findings: [
          Finding(.csvFieldCount, at: Place(file: "a.csv", line: 3), "fel", remedy: "rätta")
        ]))
  }

  @Test func `what is written is read again`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/r.sqlite"
      try write(path)
      let reader = try RegisterReader(path: path)
      var seen: [(StoredSubmission, [StoredViewpoint])] = []
      try reader.forEachSubmission { seen.append(($0, $1)) }
      #expect(seen.map(\.0.number) == [1001, 1002, 1003])
      #expect(seen.map(\.0.closed) == [[], [], [2, 1, 65]])
      #expect(seen[2].1.map(\.ordinal) == [1, 2] && seen[2].1.allSatisfy { $0.submission == 3 })
      #expect(try reader.viewpoints(of: 3) == seen[2].1)
      #expect(try reader.viewpoints(of: 1).isEmpty)
      #expect(seen.map(\.1.count) == [0, 1, 2])
      #expect(seen[1].0.day == nil && seen[0].0.day == 20_000)
      #expect(seen[2].0.flags == [.anonymous, .paraphrase])
      #expect(seen[2].1[1].text == "text 3 å")
      #expect(seen[2].1[1].edits.isEmpty && seen[2].1[1].tags == Array("text 3 å".utf8))
      #expect(try reader.submission(number: 1002) == seen[1].0)
      #expect(try reader.submission(number: 9) == nil)
      #expect(try reader.submissions(numbers: [1003, 9, 1001]).keys.sorted() == [1001, 1003])
      #expect(try reader.submissions(numbers: []).isEmpty)
      #expect(try reader.sources().first?.path == "a.csv")
      #expect(try reader.questions().first?.name == "fråga")
      #expect(try reader.sensitiveCounts().first?.count == 2)
      #expect(try reader.findings().first?.place.line == 3)
      var aside: [StoredSetAside] = []
      try reader.forEachSetAside { aside.append($0) }
      #expect(aside.first?.outcome == .duplicate && aside.first?.repeats == 2)
    }
  }

  @Test func `long answers are written before many are gathered`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/r.sqlite"
      let writer = try RegisterWriter(path: path)
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      let long = (1...12).map { [UInt8](repeating: 64 + UInt8($0), count: 1 << 20) }
      for (place, text) in long.enumerated() {
        try writer.write(
          SubmissionRow(
            sequence: place + 1, number: place, source: 1, record: place + 1, line: place + 2,
            day: nil, groups: none, flags: [], times: 1, closed: none))
        text.withUnsafeBufferPointer { text in
          writer.writeViewpoint(
            ordinal: 1, question: 1, text: text, edits: none, masks: none, tags: none)
        }
        if place == 8 {
          // What was gathered is in the file already, but for the last rows.
          let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
          #expect((size ?? 0) > 2 << 20)
        }
      }
      try writer.finish(
        RegisterClosing(
          meta: [:], sources: [], questions: [], sensitiveCounts: [], findings: []))
      var texts: [String] = []
      try RegisterReader(path: path).forEachSubmission { _, own in texts += own.map(\.text) }
      #expect(texts == long.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  @Test func `the view of the viewpoints has the first and the further ones`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/r.sqlite"
      try write(path, submissions: 40)
      var expected: [String] = []
      try RegisterReader(path: path).forEachSubmission { submission, own in
        #expect(own.map(\.question) == Array(1..<submission.sequence))
        expected += own.map { "\($0.submission << 16 | $0.ordinal) \($0.question) \($0.text)" }
      }
      let seen = try DatabaseQueue(path: path).read { db in
        try String.fetchAll(
          db, sql: "SELECT id || ' ' || question || ' ' || text FROM viewpoint ORDER BY id")
      }
      #expect(seen == expected && seen.count == 40 * 39 / 2)
    }
  }

  @Test func `rows that wait are written in any number, and keep their places`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/r.sqlite"
      // Every fifth submission has no viewpoint; a flush comes after each 1,024.
      let total = 5000
      let writer = try RegisterWriter(path: path)
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      for sequence in 1...total {
        try writer.write(
          SubmissionRow(
            sequence: sequence, number: total - sequence, source: 1, record: sequence,
            line: sequence, day: nil, groups: none, flags: [], times: 1, closed: none))
        for ordinal in 1..<(sequence % 5 + 1) {
          let text = Array("\(sequence)/\(ordinal)".utf8)
          text.withUnsafeBufferPointer { text in
            writer.writeViewpoint(
              ordinal: ordinal, question: 1, text: text, edits: none, masks: none, tags: none)
          }
        }
      }
      try writer.finish(
        RegisterClosing(
          meta: [:], sources: [], questions: [], sensitiveCounts: [], findings: []))
      var sequence = 0
      let reader = try RegisterReader(path: path)
      try reader.forEachSubmission { submission, own in
        sequence += 1
        #expect(submission.sequence == sequence && submission.number == total - sequence)
        #expect(own.map(\.text) == (1..<(sequence % 5 + 1)).map { "\(sequence)/\($0)" })
      }
      #expect(sequence == total)
      #expect(try reader.viewpoints(of: 1024).map(\.text) == (1...4).map { "1024/\($0)" })
      #expect(try reader.viewpoints(of: 1025).isEmpty)
    }
  }

  @Test func `the same rows give the same bytes`() throws {
    try TestPlaces.withFolder { folder in
      try write(folder + "/a.sqlite", submissions: 200)
      try write(folder + "/b.sqlite", submissions: 200)
      let a = try Data(contentsOf: URL(fileURLWithPath: folder + "/a.sqlite"))
      let b = try Data(contentsOf: URL(fileURLWithPath: folder + "/b.sqlite"))
      #expect(a == b)
    }
  }

  @Test func `what is no register is refused with words, not with a crash`() throws {
    try TestPlaces.withFolder { folder in
      let path = folder + "/r.sqlite"
      #expect(throws: InspelError.self) { try RegisterReader(path: path) }
      try Data("this is no database, and long enough to be looked at".utf8)
        .write(to: URL(fileURLWithPath: path))
      #expect(throws: InspelError.self) { try RegisterReader(path: path).meta() }
      let whole = folder + "/whole.sqlite"
      try write(whole, submissions: 500)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
      for share in [0.1, 0.5, 0.9] {
        let cut = folder + "/cut\(share).sqlite"
        try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: cut))
        #expect(throws: InspelError.self) {
          try RegisterReader(path: cut).forEachSubmission { _, _ in }
        }
      }
      #expect(throws: InspelError.self) {
        _ = try RegisterWriter(path: folder + "/nowhere/r.sqlite")
      }
    }
  }
}
