import Annex
import DialogueModel
import Foundation
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

  @Test func `The attacker wins nothing of two versions of dialogues drawn by lot`() throws {
    var attacked = 0
    for seed in 1...(AttackTests.lots / 3) {
      var dialogue = RandomDialogue(seed: seed)
      let old = version(dialogue)
      let growth = 1 + dialogue.lot.draw(3) * dialogue.lot.draw(12)
      dialogue.grow(by: growth)
      let new = version(dialogue, after: [try old.edition])
      let verdict = verdict(new, old, dialogue.content(.public))
      attacked += verdict.attacked
      #expect(verdict.losses == [], "seed \(seed)")
      #expect(new.outcome.exposed == [], "seed \(seed)")
    }
    #expect(attacked > AttackTests.lots)
  }

  @Test func `The attacker wins where the earlier version is not thought of`() {
    var dialogue = RandomDialogue(seed: 3, count: 90)
    let old = version(dialogue)
    dialogue.grow(by: 2)
    #expect(!verdict(version(dialogue), old, dialogue.content(.public)).losses.isEmpty)
  }

  @Test(arguments: [3, 4, 5, 6, 7, 8])
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
}
