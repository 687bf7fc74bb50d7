// Package detect finds quotations, parties and speakers in an Arabic article.
package detect

import "rawi/model"

// Detect finds what an article says about who spoke.
func Detect(a *model.Article) model.Findings { return model.Findings{} }
