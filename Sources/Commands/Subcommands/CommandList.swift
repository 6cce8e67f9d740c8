/// All commands, in the order of the help.
enum CommandList {
  /// One row for each command.
  static var all: [any Command.Type] {
    [
      BuildCommand.self, InspectCommand.self, ImportCommand.self, PlacesCommand.self,
      ReportCommand.self, AdoptCommand.self, SQLCommand.self,
    ]
  }

  /// The command of a name, or nil.
  static func named(_ name: String) -> (any Command.Type)? { all.first { $0.spec.name == name } }
}
