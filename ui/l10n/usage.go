package l10n

// Usage is what the help of a command of the program says of it, in one language. In
// English commands say it themselves, where they are made; each other language has a
// table of its own, in a file of its own.
type Usage struct {
	Short, Long string
	Flags       map[string]string // by name; those that every command has are the program's
}

// usages are the tables, by the command's path without the program's name: "" for the
// program, "feed add" for a command below one.
var usages = [LanguageCount]map[string]Usage{Arabic: arabicUsage}

// Usage is what the help of a command says; ok is false where the command says it itself.
func (l Language) Usage(command string) (u Usage, ok bool) {
	u, ok = usages[l][command]
	return u, ok
}
