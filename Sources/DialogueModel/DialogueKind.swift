/// What kind of dialogue it is.
///
/// The kinds are never counted together.
public enum DialogueKind: String, Sendable, CaseIterable {
  /// A dialogue between elected representatives and inhabitants, which the policy is about
  /// (*medborgardialog*).
  case citizenDialogue = "medborgardialog"
  /// A dialogue with the users of a service (*brukardialog*), which the policy leaves out.
  case userDialogue = "brukardialog"
  /// A consultation that a law requires (*lagstadgat samråd*).
  case statutoryConsultation = "lagstadgat-samråd"
  /// A proposal by an inhabitant, with its own procedure (*medborgarförslag*).
  case citizenProposal = "medborgarförslag"
  /// A council such as the pensioners' council (*råd*).
  case advisoryCouncil = "råd"
}
