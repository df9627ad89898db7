/// Sentences on how many persons took part.
enum PersonText {
  static func range(_ persons: ClosedRange<Int>?) -> [Sentence] {
    guard let persons else {
      return ["Hur många personer som har deltagit går inte att ange."]
    }
    let key = FigureKey.persons
    if persons.lowerBound == persons.upperBound {
      let said: Sentence = "Antalet personer som deltog är \(.mark(key))."
      return [said.orElse("Antalet personer som deltog visas inte, eftersom tal är dolda.")]
    }
    let said: Sentence =
      "Antalet personer ligger därför i spannet \(.mark(key)) och går inte att ange närmare."
    return [
      "Samma person kan ha svarat eller deltagit flera gånger, och det går inte att se.",
      said.orElse("Antalet personer visas inte, eftersom tal som det bygger på är dolda."),
    ] + RepresentationStatement.countedAsPersons.sentences
  }
}
