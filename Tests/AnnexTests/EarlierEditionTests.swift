import Annex
import DialogueModel
import Foundation
import Representation
import Testing

/// What two versions of an annex give away together.
@Suite struct EarlierEditionTests {
  private struct Version {
    let truth: AnnexDocument
    let shown: AnnexDocument
    let outcome: PublicEdition.Outcome
    var edition: EarlierEdition {
      get throws {
        try EarlierEdition(
          internalFile: JSONRenderer().render(truth), publicFile: JSONRenderer().render(shown))
      }
    }
  }

  private func version(
    _ dialogue: RandomDialogue, after earlier: [EarlierEdition] = []
  ) -> Version {
    version(dialogue.content(.internal), dialogue.content(.public), after: earlier)
  }

  private func version(
    _ internalContent: AnnexContent, _ publicContent: AnnexContent,
    after earlier: [EarlierEdition] = []
  ) -> Version {
    let outcome = AnnexComposer().compose(publicContent, earlier: earlier)
    return Version(
      truth: AnnexComposer().compose(internalContent), shown: outcome.document, outcome: outcome)
  }

  private func verdict(_ new: Version, _ old: Version, _ content: AnnexContent) -> Verdict {
    Verdict.on(
      new.shown, truth: new.truth, after: old.shown, truth: old.truth, .init(content))
  }

  /// A version that cannot be made safe is pointed out; that is rare.
  @Test func `The attacker wins nothing of two versions that may be published`() throws {
    let pairs = AttackTests.lots / 8
    var attacked = 0
    var held = 0
    for seed in 1...pairs {
      var dialogue = RandomDialogue(seed: seed)
      let old = version(dialogue)
      let growth = 1 + dialogue.lot.draw(3) * dialogue.lot.draw(12)
      dialogue.grow(by: growth)
      let new = version(dialogue, after: [try old.edition])
      guard new.outcome.exposed.isEmpty else {
        held += 1
        continue
      }
      let verdict = verdict(new, old, dialogue.content(.public))
      attacked += verdict.attacked
      #expect(verdict.losses == [], "seed \(seed)")
    }
    #expect(attacked > pairs * 10)
    #expect(held * 20 <= pairs)
  }

  @Test func `The attacker wins where the earlier version is not thought of`() {
    var dialogue = RandomDialogue(seed: 3, count: 90)
    let old = version(dialogue)
    dialogue.grow(by: 2)
    #expect(!verdict(version(dialogue), old, dialogue.content(.public)).losses.isEmpty)
  }

  /// The figure of the first group with which one person more would change its class.
  private func tellingReference(_ dialogue: RandomDialogue) -> Int? {
    stride(from: 600, through: 7000, by: 10).first { reference in
      var dialogue = dialogue
      dialogue.references[0] = reference
      let coverage = dialogue.content(.public).coverage.first
      let counts = coverage?.dimensions.flatMap(\.groups).map(\.assessment.count) ?? []
      func first(_ more: Int) -> GroupAssessment? {
        RepresentationAssessor().assess(
          counts.map {
            var count = $0
            count.known += more
            return count
          }
        ).first
      }
      let (now, then) = (first(0), first(1))
      return now?.reason != .mostlyUnknown
        && (now?.classification, now?.reason) != (then?.classification, then?.reason)
    }
  }

  @Test func `A class beside a hidden number of persons would tell how many came`() throws {
    var wins = 0
    for seed in 1...14 {
      var dialogue = RandomDialogue(seed: seed, count: 150)
      let before = dialogue
      dialogue.grow(by: 1)
      guard let reference = tellingReference(dialogue) else { continue }
      var first = before
      first.references[0] = reference
      dialogue.references[0] = reference
      let old = version(first)
      let new = version(dialogue, after: [try old.edition])
      guard new.outcome.exposed.isEmpty else { continue }
      let common = Attacker.Common(dialogue.content(.public))
      #expect(verdict(new, old, dialogue.content(.public)).losses == [], "seed \(seed)")
      let careless = Verdict.on(
        AttackTests.withClasses(new.shown, of: new.truth), truth: new.truth, after: old.shown,
        truth: old.truth, common)
      if !careless.losses.isEmpty { wins += 1 }
    }
    #expect(wins >= 2)
  }

  @Test(arguments: [3, 4, 5])
  func `The same figures once more hide nothing more`(seed: Int) throws {
    let dialogue = RandomDialogue(seed: seed, count: 60)
    let old = version(dialogue)
    let new = version(dialogue, after: [try old.edition])
    #expect(!old.shown.hiddenKeys.isEmpty)
    #expect(new.shown.hiddenKeys == old.shown.hiddenKeys)
    #expect(new.outcome.exposed == [])
    let third = version(dialogue, after: [try old.edition, try new.edition])
    #expect(third.shown.hiddenKeys == old.shown.hiddenKeys)
  }

  @Test func `The worked example once more hides nothing more`() throws {
    let edition = try EarlierEdition(
      internalFile: JSONRenderer().render(WorkedExample.internalDocument),
      publicFile: JSONRenderer().render(WorkedExample.publicDocument))
    let outcome = AnnexComposer().compose(WorkedExample.content(.public), earlier: [edition])
    #expect(outcome.document == WorkedExample.publicDocument)
    #expect(outcome.exposed == [])
    #expect(outcome.changedGroups == [])
  }

  @Test func `Two more in a group hide the group's new count and what gives it away`() throws {
    func content(_ edition: AnnexContent.Edition, more: Int) -> AnnexContent {
      var content = WorkedExample.content(edition)
      content.account.sources[0][.accepted] += more
      content.account.sources[0].read += more
      content.submissionsByChannel["enkat"] = 190 + more
      content.submissionsByActivity["enkat"] = 190 + more
      content.weeks[4].byChannel["enkat"] = 14 + more
      content.submissions = []
      content.coverage[0].persons += more
      for dimension in content.coverage[0].dimensions.indices {
        let isPartition = content.coverage[0].dimensions[dimension].isPartition
        for group in content.coverage[0].dimensions[dimension].groups.indices {
          var assessment = content.coverage[0].dimensions[dimension].groups[group].assessment
          assessment.count.known += more
          if isPartition, group == 1 { assessment.count.members += more }
          content.coverage[0].dimensions[dimension].groups[group].assessment = assessment
        }
      }
      return content
    }
    let old = version(content(.internal, more: 0), content(.public, more: 0))
    let new = version(
      content(.internal, more: 2), content(.public, more: 2), after: [try old.edition])
    let group = FigureKey.group("enkat", "age", "25-44", "members")
    #expect(!old.shown.hiddenKeys.contains(group))
    #expect(new.shown.hiddenKeys.contains(group))
    #expect(new.shown.hiddenKeys.contains(FigureKey.channel("enkat")))
    #expect(verdict(new, old, content(.public, more: 0)).losses == [])
    #expect(new.outcome.exposed == [])
    let careless = version(content(.internal, more: 2), content(.public, more: 2))
    #expect(!careless.shown.hiddenKeys.contains(group))
    #expect(verdict(careless, old, content(.public, more: 0)).losses != [])
  }

  @Test func `What an earlier version gave away by itself is pointed out`() throws {
    var open = WorkedExample.internalDocument
    open.edition = .public
    let edition = try EarlierEdition(
      internalDocument: WorkedExample.internalDocument, publicDocument: open)
    let outcome = AnnexComposer().compose(WorkedExample.content(.public), earlier: [edition])
    #expect(outcome.exposed.contains(FigureKey.activity("radet")))
    #expect(outcome.document.hiddenKeys.contains(FigureKey.activity("radet")))
  }

  @Test func `Groups that are not the same as before are pointed out`() throws {
    let old = version(WorkedExample.content(.internal), WorkedExample.content(.public))
    var content = WorkedExample.content(.public)
    content.coverage[0].dimensions[0].groups.removeLast()
    let outcome = AnnexComposer().compose(content, earlier: [try old.edition])
    #expect(outcome.changedGroups == ["group/enkat/age"])
  }

  @Test func `Files that do not go together are refused`() throws {
    let swapped = #expect(throws: EarlierEdition.Mismatch.self) {
      try EarlierEdition(
        internalDocument: WorkedExample.publicDocument,
        publicDocument: WorkedExample.internalDocument)
    }
    #expect(swapped?.keys == [])
    var content = WorkedExample.content(.internal)
    content.submissionsWithoutText = 10
    let other = AnnexComposer().compose(content)
    let mixed = #expect(throws: EarlierEdition.Mismatch.self) {
      try EarlierEdition(internalDocument: other, publicDocument: WorkedExample.publicDocument)
    }
    #expect(mixed?.keys == [FigureKey.withoutText])
    #expect(throws: DecodingError.self) {
      try EarlierEdition(internalFile: Array("{}".utf8), publicFile: Array("{}".utf8))
    }
  }
}
