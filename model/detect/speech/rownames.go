package speech

import (
	"slices"

	"rawi/model/detect/rule"
)

// RowNames are the names of the rows of all tables of this step.
func RowNames() []rule.ID {
	return slices.Concat(sourceRows.Names(), besideRows.Names(), openRows.Names(), kindRows.Names(), reportRows.Names(), endRows.Names())
}
