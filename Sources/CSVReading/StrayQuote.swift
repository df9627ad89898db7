// A quote in a quoted field that is neither doubled nor closes the field.
//
// A hostile block has one for every four bytes, so both values share one word.
struct StrayQuote: Equatable {
  private var packed: Int

  init(at offset: Int, endsQuoting: Bool) { packed = offset << 1 | (endsQuoting ? 1 : 0) }

  // Where it stands, from the beginning of the block.
  var offset: Int { packed >> 1 }

  // Whether no later quote on the line closes the field, which then ends as an unquoted one does.
  var endsQuoting: Bool { packed & 1 == 1 }

  mutating func moveBack(_ count: Int) { packed -= count << 1 }
}
