import Records
import Testing
import XMLReading

// Documents and layouts by chance, read once by the reader and once by the oracle.
@Suite struct LayoutPropertyTests {
  private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
  }

  private static func element(
    _ name: String, depth: Int, _ chance: inout Chance, _ number: inout Int
  ) -> TestElement {
    let element = TestElement(name)
    for attribute in ["a", "off"] where chance.below(5) == 0 {
      element.attributes.append((attribute, "\(chance.below(3))"))
    }
    if name == "k" {
      // Sometimes nothing but blanks, sometimes with an element in it.
      if chance.below(6) > 0 { element.parts.append(.text(" \(chance.below(3))\n")) }
      if chance.below(8) == 0 { element.parts.append(.element(TestElement("v"))) }
      return element
    }
    for _ in 0..<chance.below(depth > 3 ? 2 : 4) {
      if chance.below(3) == 0 {
        // Two texts beside each other would be one.
        if case .text = element.parts.last { continue }
        number += 1
        element.parts.append(.text(chance.pick([" t\(number)", "t\(number)\n ", " \n"])))
      } else {
        let names = ["m", "k", "v", "k", "p", "x", "m", "r"]
        let child = Self.element(chance.pick(names), depth: depth + 1, &chance, &number)
        element.parts.append(.element(child))
      }
    }
    return element
  }

  private static func path(_ chance: inout Chance, withAttribute: Bool = false) -> TestPath {
    var path = TestPath(steps: [])
    for _ in 0...chance.below(3) {
      var step = TestPath.Step(name: chance.pick(["m", "v", "p", "x", "*", "**", "m"]))
      if step.name == "**" && path.steps.last?.name == "**" { continue }
      if step.name != "**" && chance.below(2) == 0 {
        step.key = (chance.pick(["k", "k", "@a", "v"]), "\(chance.below(3))")
      }
      path.steps.append(step)
    }
    // A dropped or excepted "**" alone would leave nothing to compare.
    if path.steps.last?.name == "**" { path.steps.append(TestPath.Step(name: "v")) }
    if withAttribute && chance.below(4) == 0 { path.attribute = "a" }
    return path
  }

  private static func oracle(areNested: Bool, _ chance: inout Chance) -> LayoutOracle {
    var rules: [TestRule] = []
    for index in 0..<6 {
      let takesAll = chance.below(3) == 0
      rules.append(
        TestRule(
          path: path(&chance, withAttribute: !takesAll), column: index % 4,
          except: takesAll ? (0..<chance.below(3)).map { _ in path(&chance) } : nil))
    }
    var dropped = chance.below(2) == 0 ? [path(&chance, withAttribute: true)] : []
    // A child that stands after a record in its element comes too late to drop that record.
    let asksChild = dropped.contains {
      $0.steps.contains { $0.key.map { $0.name != "@a" } ?? false }
    }
    if areNested && asksChild { dropped = [] }
    return LayoutOracle(rules: rules, dropped: dropped, columnCount: 4, areNested: areNested)
  }

  @Test(arguments: [false, true])
  func `The reader takes what the layout says, whatever the document`(areNested: Bool) throws {
    var taken = 0
    for seed in 1...250 {
      var chance = Chance(state: UInt64(seed) &* 7919)
      var number = 0
      let root = TestElement("d")
      for _ in 0..<3 {
        root.parts.append(.element(Self.element("r", depth: 1, &chance, &number)))
      }
      let oracle = Self.oracle(areNested: areNested, &chance)
      let layout = try XMLRecordLayout(
        record: areNested ? "r" : "/d/r", columnCount: 4,
        rules: try oracle.rules.map { rule in
          XMLFieldRule(
            try XMLPath(rule.path.text), column: rule.column,
            content: try rule.except.map { .all(except: try $0.map { try XMLPath($0.text) }) }
              ?? .own,
            separator: "|")
        },
        dropped: oracle.dropped.map(\.text),
        skippedWhere: [XMLSkipRule(attribute: "off", value: "1")])
      let expected = oracle.rows(of: root)
      let limits = XMLLimits(pathCount: chance.pick([3, 10_000]))
      let reading = try Reading(
        root.xml, layout, limits: limits, chunk: chance.pick([1, 5, 4096]), records: 1)
      let rules = oracle.rules.map { ($0.path.text, $0.except?.map(\.text)) }
      #expect(
        reading.rows == expected, "\(seed): \(rules), \(oracle.dropped.map(\.text)), \(root.xml)")
      #expect(reading.numbers == Array(1..<(expected.count + 1)))
      taken += reading.rows.joined().count { !$0.isEmpty }
    }
    #expect(taken > 100, "too little is taken for this test to say anything")
  }
}
