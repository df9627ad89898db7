import Annex
import DialogueModel

/// What a reader takes from one published annex: numbers, dashes, and what must hold between them.
struct Reading {
  private let document: AnnexDocument
  private let common: Attacker.Common
  private(set) var known: [String: Double] = [:]
  private(set) var hidden: [String: Attacker.Range] = [:]
  private(set) var conditions: [Attacker.Condition] = []
  private(set) var found: [String] = []
  private(set) var classes: [ShownClass] = []

  init(_ document: AnnexDocument, _ common: Attacker.Common) {
    self.document = document
    self.common = common
  }

  mutating func readAll() {
    readNumbers()
    for table in document.tables { read(table) }
    readThemes()
    readOrders()
    readFlow()
    readChannels()
    readGroups()
    readClosed()
    readWords()
  }

  /// Every number, and what the method says of every dash.
  private mutating func readNumbers() {
    for measure in document.measures where measure.key.hasSuffix(".organisations") {
      if let value = measure.value?.wholeNumber { known[measure.key] = Double(value) }
    }
    for measure in document.measures where measure.unit.isProtected {
      let limit = Double(
        measure.isSensitive ? document.smallestSensitiveCount : document.smallestCount)
      let least = measure.isSensitive ? 0.0 : 1
      if let value = measure.value?.wholeNumber {
        known[measure.key] = Double(value)
        continue
      }
      switch measure.hiding {
      case .small?: hidden[measure.key] = .init(least: least, most: limit - 1)
      case .complementary?: hidden[measure.key] = .init(least: limit, most: .infinity)
      case .withheld?: hidden[measure.key] = .init(least: least, most: .infinity)
      case .derived?, nil: break
      }
    }
    found += hidden.keys.filter { known[$0] != nil }
    for measure in document.measures where measure.unit == .computed && measure.value != nil {
      if measure.basis.contains(where: { hidden[$0] != nil }) { found.append(measure.key) }
    }
    // Nobody sees these, but everybody can think of them.
    for key in ["read.excluded", "with.text", "tagged"] {
      hidden[key] = .init(least: 0, most: .infinity)
    }
  }

  private mutating func equal(_ total: String, _ parts: [String]) {
    var terms: [String: Double] = [total: 1]
    for part in parts { terms[part, default: 0] -= 1 }
    conditions.append(.init(terms: terms, least: 0, most: 0))
  }

  private mutating func atLeast(_ key: String, _ other: String, by difference: Double = 0) {
    conditions.append(.init(terms: [key: 1, other: -1], least: difference, most: .infinity))
  }

  private func key(_ cell: Cell) -> String? {
    if case .number(let measure) = cell { measure.key } else { nil }
  }

  /// Sums of columns and rows, found by the words *Summa* and *Inlästa*.
  private mutating func read(_ table: Table) {
    let rows = table.groups.flatMap(\.rows)
    if let last = rows.last, last.header == [[.text("Summa")]] {
      let parts = rows.dropLast()
      for column in last.cells.indices {
        guard let total = key(last.cells[column]) else { continue }
        equal(total, parts.compactMap { column < $0.cells.count ? key($0.cells[column]) : nil })
      }
    }
    let titles = table.columns.dropFirst().map(\.title)
    guard let total = titles.firstIndex(where: { $0 == "Summa" || $0 == "Inlästa" }) else {
      return
    }
    for row in rows {
      guard let sum = key(row.cells[total]) else { continue }
      equal(sum, row.cells.indices.filter { $0 != total }.compactMap { key(row.cells[$0]) })
    }
  }

  private func table(_ id: String) -> Table? { document.tables.first { $0.id == id } }

  private mutating func readThemes() {
    guard let table = table("themes-table") else { return }
    var keys: [String] = []
    for row in table.groups.flatMap(\.rows) {
      guard let viewpoints = key(row.cells[0]), let submissions = key(row.cells[1]) else {
        continue
      }
      atLeast(viewpoints, submissions)
      atLeast("tagged", viewpoints)
      atLeast("with.text", submissions)
      keys.append(viewpoints)
    }
    equal(FigureKey.tags, keys)
    equal(FigureKey.viewpoints, ["tagged", FigureKey.untagged])
    atLeast(FigureKey.tags, "tagged")
    equal(FigureKey.flow(.accepted), ["with.text", FigureKey.withoutText])
    atLeast(FigureKey.viewpoints, "with.text")
    // Rows stand in the order of their counts.
    for (upper, lower) in zip(keys, keys.dropFirst()) { atLeast(upper, lower) }
  }

  private mutating func readOrders() {
    for chart in document.charts {
      guard case .flow(let flow) = chart.content else { continue }
      let keys = flow.channels.map(\.measure.key)
      for (upper, lower) in zip(keys, keys.dropFirst()) { atLeast(upper, lower) }
      equal(flow.accepted.key, keys)
      equal("read.excluded", flow.setAside.map(\.measure.key))
      equal(flow.read.key, [flow.accepted.key, "read.excluded"])
      equal(FigureKey.excluded, ["read.excluded"])
    }
  }

  private mutating func readFlow() {
    equal(FigureKey.flow(.duplicate), [FigureKey.sameIdentifier, FigureKey.sameContent])
    guard let table = table("flow-table") else { return }
    let accepted = table.columns.count - 2
    var parts: [String: [String]] = [:]
    for row in table.groups.flatMap(\.rows) {
      guard case .text(let name)? = row.header.first?.first,
        let channel = common.channelOfSource[name], let count = key(row.cells[accepted])
      else { continue }
      parts[channel, default: []].append(count)
    }
    for (channel, parts) in parts { equal(FigureKey.channel(channel), parts) }
  }

  /// Activities are a part of their channel, and so are the senders that only it has.
  private mutating func readChannels() {
    let printed = Set(known.keys).union(hidden.keys)
    let hasOthers = printed.contains(FigureKey.activity(nil))
    for channel in common.dialogue.channels {
      let own = common.dialogue.activities.filter { $0.channel == channel.id }
        .map { FigureKey.activity($0.id) }
      var terms: [String: Double] = [FigureKey.channel(channel.id): 1]
      for key in own { terms[key] = -1 }
      conditions.append(.init(terms: terms, least: 0, most: hasOthers ? .infinity : 0))
      let sender = channel.sender
      guard !own.isEmpty,
        !common.dialogue.channels.contains(where: { $0.id != channel.id && $0.sender == sender })
      else { continue }
      equal(FigureKey.channel(channel.id), [FigureKey.sender(sender)])
    }
  }

  /// The key of a channel's persons: all its submissions, or those that are not by organisations.
  private func persons(of channel: String) -> String {
    let key = FigureKey.organisations(channel)
    return known[key] == nil && hidden[key] == nil
      ? FigureKey.channel(channel) : FigureKey.persons(channel)
  }

  private mutating func readGroups() {
    for channel in common.dialogue.channels {
      let persons = persons(of: channel.id)
      guard persons != FigureKey.channel(channel.id) else { continue }
      if known[persons] == nil, hidden[persons] == nil {
        hidden[persons] = .init(least: 0, most: .infinity)
      }
      equal(FigureKey.channel(channel.id), [persons, FigureKey.organisations(channel.id)])
    }
    for table in document.tables where table.id.hasPrefix("groups-table-") {
      let channel = String(table.id.dropFirst("groups-table-".count))
      let persons = persons(of: channel)
      for group in table.groups {
        guard let unknown = group.rows.last.flatMap({ key($0.cells[0]) }) else { continue }
        let dimension = unknown.split(separator: "/").last?.split(separator: ".").first ?? ""
        let members = group.rows.dropLast().compactMap { key($0.cells[0]) }
        atLeast(persons, unknown)
        if common.partitions.contains("\(channel)/\(dimension)") {
          equal(persons, members + [unknown])
        } else {
          for member in members {
            conditions.append(
              .init(terms: [persons: 1, member: -1, unknown: -1], least: 0, most: .infinity))
          }
        }
        for row in group.rows.dropLast() {
          readClass(row, persons, unknown)
          // A share tells how many are known: x = share · (persons − unknown).
          if case .number(let members) = row.cells[0], case .number(let share) = row.cells[1],
            let value = share.value?.numbers.first
          {
            conditions.append(
              .init(
                terms: [members.key: 1, persons: -value, unknown: value], least: -1e-6,
                most: 1e-6))
          }
        }
      }
    }
  }

  /// A class tells of the counts that it is made of, whether they are shown or not.
  private mutating func readClass(_ row: Table.Row, _ persons: String, _ unknown: String) {
    guard case .comparison(let comparison)? = row.cells.last,
      let shown = comparison.classification, comparison.reason != .noReference
    else { return }
    let terms: [String: Double] = [unknown: 2, persons: -1]
    if comparison.reason == .mostlyUnknown {
      conditions.append(.init(terms: terms, least: 1, most: .infinity))
    } else {
      conditions.append(.init(terms: terms, least: -.infinity, most: 0))
    }
    classes.append(
      ShownClass(
        members: comparison.key, unknown: unknown, persons: persons, classification: shown,
        reason: comparison.reason))
  }

  /// Answers sum to those who answered, unless several could be chosen; and those who got the
  /// question are the channel's, without its organisations.
  private mutating func readClosed() {
    for table in document.tables where table.id.hasPrefix("closed-") && table.id.hasSuffix("-table")
    {
      let isMultiple = table.notes.contains { sentence in
        if case .text(let words)? = sentence.runs.first { return words.hasPrefix("Flera svar") }
        return false
      }
      var options: [String] = []
      var rows: [String: String] = [:]
      for row in table.groups.flatMap(\.rows) {
        guard let count = key(row.cells[0]), case .text(let name)? = row.header.first?.first else {
          continue
        }
        if ["Svarade", "Svarade inte", "Fick frågan"].contains(name) || name.hasPrefix("Organis") {
          rows[name] = count
        } else {
          options.append(count)
        }
      }
      guard let answered = rows["Svarade"], let asked = rows["Fick frågan"],
        let missing = rows["Svarade inte"]
      else { continue }
      equal(asked, [answered, missing])
      for option in options { atLeast(answered, option) }
      if !isMultiple { equal(answered, options) }
      let channel = answered.split(separator: "/")[1]
      let others = rows.filter { $0.key.hasPrefix("Organis") }.map(\.value)
      equal(FigureKey.channel(String(channel)), [asked] + others)
    }
  }

  /// What sentences say beside their numbers.
  private mutating func readWords() {
    let words = document.plainSentences
    let accepted = FigureKey.flow(.accepted)
    let isFew = words.contains { $0.hasPrefix("Underlaget är litet") }
    if words.contains(where: { $0.hasPrefix("Siffrorna visar vad de som svarade") }) {
      conditions.append(
        .init(terms: [accepted: 1], least: isFew ? 1 : 30, most: isFew ? 29 : .infinity))
    }
    if let list = table("submissions") {
      // The list has a row for each.
      let rows = Double(list.groups.reduce(0) { $0 + $1.rows.count })
      conditions.append(.init(terms: [accepted: 1], least: rows, most: rows))
    }
    readUnanswered(words)
    readTies(words)
  }

  /// The limitations say where more than half left a question open, or all.
  private mutating func readUnanswered(_ words: [String]) {
    let tables = document.tables.filter { $0.id.hasPrefix("groups-table-") }
    guard tables.count == 1, let table = tables.first else { return }
    let persons = persons(of: String(table.id.dropFirst("groups-table-".count)))
    var unknown: [(label: String, key: String)] = []
    for group in table.groups {
      guard let last = group.rows.last, let key = key(last.cells[0]) else { continue }
      // Behind a colon stands that the question is not compared.
      let label = group.title?.lowercased().split(separator: ":").first.map(String.init)
      unknown.append((label ?? "", key))
    }
    let said = "uppgav inte svar på frågan om "
    for (place, sentence) in words.enumerated() {
      for (label, key) in unknown where sentence.hasSuffix("på frågan om \(label).") {
        if sentence.hasPrefix("Ingen uppgav svar") { equal(persons, [key]) }
        if sentence.contains(said), place + 1 < words.count,
          words[place + 1].hasPrefix("Det är fler än hälften")
        {
          conditions.append(
            .init(terms: [key: 2, persons: -1], least: 1, most: .infinity))
        }
      }
    }
  }

  private mutating func readTies(_ words: [String]) {
    guard let tied = words.first(where: { $0.hasPrefix("Lika många inlämningar kom genom ") })
    else { return }
    let keys = common.dialogue.channels.filter { tied.contains($0.label) }
      .map { FigureKey.channel($0.id) }
    for other in keys.dropFirst() { equal(keys[0], [other]) }
  }
}
