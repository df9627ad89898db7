import DialogueModel
import Representation
import Testing

/// What a class tells of counts that are hidden.
@Suite struct ComparisonTellingTests {
  private func room(
    _ members: Int, of known: Int, unknown: Int = 0, reference: Int?,
    hidden: ClosedRange<Int>? = nil, isHidden: Bool = false, knowsAnswers: Bool = true,
    id: String = "g"
  ) -> GroupRoom {
    GroupRoom(
      GroupCount(
        id: id, members: members, known: known, unknown: unknown, referenceCount: reference,
        referenceTotal: 10_000),
      members: isHidden ? nil : hidden ?? members...members, knowsAnswers: knowsAnswers)
  }

  @Test func `what is shown whole tells nothing`() {
    let rooms = [room(6, of: 171, reference: 1010, id: "a"), room(61, of: 171, reference: 2190)]
    #expect(RepresentationAssessor().telling(rooms) == [.nothing, .nothing])
  }

  @Test(arguments: [
    // Of 60 from a tenth, 1 to 4 are all too few to say; of 160 all are under; of 100 some are.
    (known: 60, told: ComparisonTelling.nothing), (160, .nothing), (100, .classification),
  ])
  func `a small count is told of by a class that some small counts would not have`(
    example: (known: Int, told: ComparisonTelling)
  ) {
    let rooms = [
      room(3, of: example.known, reference: 1000, hidden: 1...4),
      room(30, of: example.known, reference: 4000, id: "h"),
      room(30, of: example.known, reference: 4000, id: "i"),
    ]
    #expect(RepresentationAssessor().telling(rooms)[0] == example.told)
  }

  @Test func `a hidden number of those who answered is told of by every class but two`() {
    var quota = room(30, of: 100, reference: 3000, knowsAnswers: false)
    quota.count.isByDesign = true
    let rooms = [
      room(30, of: 100, reference: 3000, knowsAnswers: false),
      room(30, of: 100, unknown: 150, reference: 3000, knowsAnswers: false),
      room(30, of: 100, reference: nil, knowsAnswers: false), quota,
    ]
    let told = RepresentationAssessor().telling(rooms)
    #expect(told == [.classification, .classification, .nothing, .nothing])
  }

  @Test func `a class that another's hidden chance decides tells of it`() {
    // 1 of 60 from 9.5 %: a chance of 0.036, which one test passes and two do not.
    let goal = room(1, of: 60, reference: 950)
    #expect(RepresentationAssessor().assess([goal.count])[0].classification == .under)
    func told(_ other: GroupRoom) -> ComparisonTelling {
      RepresentationAssessor().telling([goal, other])[0]
    }
    // The other is rare for 1 and not for 9.
    #expect(told(room(3, of: 60, reference: 2000, hidden: 1...9, id: "o")) == .classification)
    #expect(told(room(20, of: 60, reference: 3300, isHidden: true, id: "o")) == .classification)
    #expect(told(room(20, of: 60, reference: 3300, id: "o")) == .nothing)
  }
}
