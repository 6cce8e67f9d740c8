/// The colours, as classes of one style sheet.
///
/// Classes and not CSS variables: programs that draw SVG without a browser know no variables, and none of
/// the rules below is needed to understand a figure, only to see it in the dark. The series colours
/// are those the UK government's analysts use for accessible charts; words in a colour are darker
/// than the lines, for contrast of at least 4.5 to 1.
enum Palette {
  /// The colour of a series.
  enum Ink: String, Sendable, CaseIterable {
    case blue = "1"
    case orange = "2"
    case teal = "3"
    case grey = "4"

    /// The class of a filled area.
    var fill: String { "f" + rawValue }
    /// The class of a line.
    var stroke: String { "s" + rawValue }
    /// The class of a hollow point: the background within a line.
    var hollow: String { "s" + rawValue + " w" }
    /// The class of words.
    var text: String { "t" + rawValue }

    fileprivate var light: (shape: String, text: String) {
      switch self {
      case .blue: ("#12436d", "#12436d")
      case .orange: ("#f46a25", "#ad430c")
      case .teal: ("#28a197", "#146b63")
      case .grey: ("#6b7276", "#50575b")
      }
    }

    fileprivate var dark: String {
      switch self {
      case .blue: "#6cb2f5"
      case .orange: "#ff9a5c"
      case .teal: "#4fd0c4"
      case .grey: "#a9b2ba"
      }
    }
  }

  /// The style sheet that every figure carries.
  static let styleSheet: String = {
    var css =
      "text{font-family:Helvetica,Arial,\"Liberation Sans\",sans-serif;font-size:13px;fill:#0b0c0c}"
      + ".tt{font-size:18px;font-weight:700}.st{font-size:14px}.sm{font-size:12px}"
      + ".b{font-weight:700}.e{text-anchor:end}.c{text-anchor:middle}.m{fill:#505a5f}"
      + ".h{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}"
      + ".bg,.w{fill:#fff}.hl{fill:#e8eff5}.g{stroke:#d9dddf}.a{stroke:#50575b}"
      + ".pl{stroke:#fff;stroke-width:1.5}"
      + "path,line{fill:none;stroke-width:1}.d{stroke-dasharray:6 4}.dd{stroke-dasharray:2 3}"
      + ".l{stroke-width:2.5;stroke-linejoin:round}.p{stroke-width:2}"
      + ".o5{fill-opacity:.85}.q{stroke-width:1.5}.o4{stroke-opacity:.55}.o1{fill-opacity:.18}.o2{fill-opacity:.3}.o3{fill-opacity:.43}"
    for ink in Ink.allCases {
      css += ".\(ink.fill){fill:\(ink.light.shape)}.\(ink.stroke){stroke:\(ink.light.shape)}"
      css += ".\(ink.text){fill:\(ink.light.text)}"
    }
    css += ".w{fill:#fff}.iv{fill:#fff}"
    css += "@media (prefers-color-scheme:dark){text{fill:#f0f3f6}.m{fill:#a9b2ba}"
    css += ".bg,.w{fill:#0d1117}.h,.pl{stroke:#0d1117}.hl{fill:#1c2733}"
    css += ".g{stroke:#2d353e}.a{stroke:#a9b2ba}.iv{fill:#0d1117}"
    for ink in Ink.allCases {
      css += ".\(ink.fill),.\(ink.text){fill:\(ink.dark)}.\(ink.stroke){stroke:\(ink.dark)}"
    }
    return css + "}"
  }()
}
