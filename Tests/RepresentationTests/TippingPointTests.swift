import DialogueModel
import Representation
import Testing

struct TippingPointTests {
  /// The class if so many of the unknown were members and all answered.
  static func classify(_ joining: Int, _ count: GroupCount, among others: [GroupCount])
    -> RepresentationClass
  {
    var all = count
    all.members += joining
    all.known += count.unknown
    all.unknown = 0
    return RepresentationAssessor().assess([all] + others)[0].classification
  }

  static let cases = [
    group(0, of: 64, unknown: 11, reference: 1750),
    group(20, of: 200, unknown: 60, reference: 2875),
    group(1, of: 90, unknown: 40, reference: 1500), group(0, of: 300, unknown: 3, reference: 600),
    group(41, of: 61, unknown: 19, reference: 5600),
    group(30, of: 64, unknown: 50, reference: 2680),
    group(9, of: 80, unknown: 20, reference: 12),
    group(19, of: 20, unknown: 5, reference: 20, total: 30),
  ]

  @Test(arguments: cases, [0, 1, 5])
  func `the tipping point is the first of the unknown to change the class`(
    count: GroupCount, other: Int
  ) throws {
    // Other groups, some significant and some not, which stay as they are.
    let others = (0..<other).map { group("\($0)", 3 * $0, of: 60, reference: 1150) }
    let result = RepresentationAssessor().assess([count] + others)[0]
    guard result.classification == .under || result.classification == .over else {
      #expect(result.tippingPoint == nil)
      return
    }
    let size = try #require(count.referenceCount)
    let possible = (0...count.unknown).filter { count.members + $0 <= size }
    if result.classification == .under {
      let first = possible.first { Self.classify($0, count, among: others) != .under }
      #expect(result.tippingPoint == first)
    } else {
      let last = possible.last { Self.classify($0, count, among: others) != .over }
      #expect(result.tippingPoint == last.map { count.unknown - $0 })
    }
  }

  @Test func `the cases hold for both classes and both outcomes`() {
    let results = Self.cases.map { assessAlone($0) }
    for classification in [RepresentationClass.under, .over] {
      let points = results.filter { $0.classification == classification }.map(\.tippingPoint)
      #expect(points.contains { $0 != nil })
      #expect(points.contains { $0 == nil })
    }
  }

  @Test func `without unknown there is no tipping point`() {
    #expect(assessAlone(group(0, of: 64, reference: 1750)).tippingPoint == nil)
  }

  @Test func `the tipping point follows the rule's correction`() throws {
    let count = group(0, of: 64, unknown: 11, reference: 1750)
    let alone = try #require(assessAlone(count).tippingPoint)
    let among = try #require(
      RepresentationAssessor().assess([count] + fillers(200))[0].tippingPoint)
    #expect(among < alone)
  }
}
