package main

import (
	"github.com/spf13/cobra"

	"rawi/model"
)

func adjudicateCommand(s *settings) *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use:   "adjudicate [FILE...]",
		Short: "Settle what authors differ on",
		Long: `adjudicate opens the first article of the library, or of those in each FILE, on which
authors differ, and goes from difference to difference and from article to article.
Beside the text stands what each of them said; a digit takes one opinion, all other
keys decide as ever. What you decide so is marked as an adjudicator's in exports and
goes before what annotators decided, your own annotation included, which stays.`,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			way, err := wayThrough(*s, files)
			if err != nil {
				return err
			}
			way.as, way.begin = model.Adjudicator, true
			return readOn(c.OutOrStdout(), c.ErrOrStderr(), *s, nil, way)
		},
	}
	c.Flags().BoolVar(&all, "all", false, "all articles of the library, as without FILE")
	return c
}

// wayThrough is the way through the articles of files, which it puts into the library.
func wayThrough(s settings, files []string) (w way, err error) {
	if len(files) == 0 {
		return w, nil
	}
	library, err := s.open()
	if err != nil {
		return w, err
	}
	defer library.Close()
	for _, file := range files {
		found, err := loadAll(file)
		if err != nil {
			return w, err
		}
		if _, err := library.Add(found...); err != nil {
			return w, err
		}
		for _, a := range found {
			w.among = append(w.among, a.ID)
		}
	}
	return w, nil
}
