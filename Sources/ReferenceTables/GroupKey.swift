// A row of the reference population that is wanted.
struct GroupKey: Hashable {
  var dimension: String
  var value: String

  // The key of everybody; SCB's word is `totalt`, and a channel's is who may answer.
  static let everybody = GroupKey(dimension: "total", value: "alla")

  static func total(_ ages: AgeRange) -> GroupKey {
    ages == .all ? everybody : GroupKey(dimension: "total", value: ages.key)
  }

  static func band(_ ages: AgeRange) -> GroupKey { GroupKey(dimension: "age", value: ages.key) }

  static func sex(_ sex: Sex) -> GroupKey { GroupKey(dimension: "sex", value: sex.key) }
}
