import Annex
import DialogueModel
import Foundation
import Testing

/// The attacker against the step: whole annexes, hostile ones and many drawn by lot.
///
/// `INSPEL_ATTACKS=5000` makes more lots than the usual.
@Suite struct AttackTests {
  static let lots =
    ProcessInfo.processInfo.environment["INSPEL_ATTACKS"].flatMap(Int.init) ?? 150

  private func verdict(_ dialogue: RandomDialogue) -> Verdict {
    let composer = AnnexComposer()
    return Verdict.on(
      composer.compose(dialogue.content(.public)),
      truth: composer.compose(dialogue.content(.internal)), .init(dialogue.content(.public)))
  }

  @Test func `The attacker wins nothing of the worked example`() {
    let verdict = Verdict.on(
      WorkedExample.publicDocument, truth: WorkedExample.internalDocument,
      .init(WorkedExample.content(.public)))
    #expect(verdict.attacked > 10)
    #expect(verdict.losses == [])
  }

  @Test func `The attacker wins nothing of dialogues drawn by lot`() {
    var attacked = 0
    for seed in 1...Self.lots {
      let verdict = verdict(RandomDialogue(seed: seed))
      attacked += verdict.attacked
      #expect(verdict.losses == [], "seed \(seed)")
    }
    #expect(attacked > Self.lots * 10)
  }
}
