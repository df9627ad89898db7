import Policy
import Testing

/// The page *Policy* and the facts that checks may use.
@Suite struct PolicyPageTests {
  @Test func `every fact stands in the page with its kind, and no other`() throws {
    let part = Pages.part(try Pages.text("Policy"), under: "## Facts")
    var documented: [String: String] = [:]
    for row in Pages.rows(part).dropFirst() {
      let fact = try #require(Pages.code(row[0]).first)
      #expect(documented.updateValue(row[1], forKey: fact) == nil, "\(fact) stands twice")
    }
    #expect(documented == PolicyFacts.kinds.mapValues(\.rawValue))
  }
}
