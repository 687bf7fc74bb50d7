package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func corpusCommand(s *settings) *cobra.Command {
	c := &cobra.Command{
		Use:   "corpus",
		Short: "Annotate a set of articles together",
		Long: `corpus keeps named sets of articles in the library, with what is to be decided in them
and whose they are to annotate. "rawi corpus read NAME" opens the next article that is
left to you; F9 goes on to the one after it. All that is known of a corpus is kept and
exported as decisions are.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	below := []*cobra.Command{corpusInit(s), corpusAdd(s), corpusAssign(s), corpusStatus(s), corpusRead(s), corpusExport(s)}
	complete(below...)
	c.AddCommand(below...)
	return c
}

func corpusInit(s *settings) *cobra.Command {
	var task, guide, blind string
	c := &cobra.Command{
		Use:               "init NAME",
		Short:             "Make a corpus, or change its task",
		Args:              oneName,
		ValidArgsFunction: corpusNames(s),
		RunE: func(c *cobra.Command, args []string) error {
			return onCorpora(*s, func(k *corpora) error {
				set, err := properties(c, task, blind, guide)
				if err != nil {
					return err
				}
				corpus := &model.Corpus{Name: args[0]}
				if known := k.find(args[0]); known == nil && set[model.CorpusTask] == "" {
					set[model.CorpusTask] = task
				}
				var facts []model.Annotation
				for _, property := range []string{model.CorpusTask, model.CorpusBlind, model.CorpusGuide} {
					if value, ok := set[property]; ok {
						facts = append(facts, corpus.Fact(model.SetCorpus, "", property, value))
					}
				}
				return k.add(facts)
			})
		},
	}
	c.Flags().StringVar(&task, "task", model.TaskNames()[0], "what must be decided: all quotations, or those between marks: "+strings.Join(model.TaskNames(), " or "))
	c.Flags().StringVar(&blind, "blind", model.BlindnessNames()[0], "what annotators do not see: "+strings.Join(model.BlindnessNames(), ", "))
	c.Flags().StringVar(&guide, "guide", "", "FILE of the guideline, which :guide shows")
	return c
}

// properties is what the flags set.
func properties(c *cobra.Command, task, blind, guide string) (map[string]string, error) {
	set := make(map[string]string)
	if c.Flags().Changed("task") {
		if _, ok := model.ParseTask(task); !ok {
			return nil, wrongUsage(l10n.NoSuchValue, "--task", quoted(task), strings.Join(model.TaskNames(), ", "))
		}
		set[model.CorpusTask] = task
	}
	if c.Flags().Changed("blind") {
		if _, ok := model.ParseBlindness(blind); !ok {
			return nil, wrongUsage(l10n.NoSuchValue, "--blind", quoted(blind), strings.Join(model.BlindnessNames(), ", "))
		}
		set[model.CorpusBlind] = blind
	}
	if guide != "" {
		text, err := os.ReadFile(guide)
		if err != nil {
			return nil, fileError(guide, err)
		}
		set[model.CorpusGuide] = strings.ToValidUTF8(string(text), "\uFFFD")
	}
	return set, nil
}

func corpusAdd(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:               "add NAME FILE...",
		Short:             "Put articles into a corpus, and into the library",
		Args:              nameAndMore,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			return onCorpora(*s, func(k *corpora) error {
				corpus, err := k.known(args[0])
				if err != nil {
					return err
				}
				found, err := filesAndFolders(args[1:])
				if err != nil {
					return err
				}
				if _, err := k.Add(found...); err != nil {
					return err
				}
				var facts []model.Annotation
				for _, a := range found {
					if corpus.Article(a.ID) == nil {
						facts = append(facts, corpus.Fact(model.AddToCorpus, a.ID, "", ""))
					}
				}
				return k.add(facts)
			})
		},
	}
}

// filesAndFolders is the articles of files, and of all in folders that rawi can read.
func filesAndFolders(names []string) ([]*model.Article, error) {
	files, err := expand(names)
	if err != nil {
		return nil, err
	}
	return loadEach(files)
}

func corpusAssign(s *settings) *cobra.Command {
	var remove bool
	c := &cobra.Command{
		Use:               "assign NAME AUTHOR [FILE...]",
		Short:             "Give articles of a corpus to an author: all, or those in FILE",
		Args:              nameAndMore,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			return onCorpora(*s, func(k *corpora) error {
				corpus, err := k.known(args[0])
				if err != nil {
					return err
				}
				found, err := filesAndFolders(args[2:])
				if err != nil {
					return err
				}
				deed := model.AssignCorpus
				if remove {
					deed = model.UnassignCorpus
				}
				author := oneLine(args[1])
				var facts []model.Annotation
				for _, x := range corpus.Articles {
					named := len(args) == 2 || slices.ContainsFunc(found, func(a *model.Article) bool { return a.ID == x.ID })
					if named && x.IsOf(author) == remove {
						facts = append(facts, corpus.Fact(deed, x.ID, author, ""))
					}
				}
				return k.add(facts)
			})
		},
	}
	c.Flags().BoolVar(&remove, "remove", false, "take them back")
	return c
}

func corpusRead(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:               "read NAME",
		Short:             "Open the next article of a corpus that is left to you",
		Args:              oneName,
		ValidArgsFunction: corpusNames(s),
		RunE: func(c *cobra.Command, args []string) error {
			return readOn(c.OutOrStdout(), c.ErrOrStderr(), *s, nil, way{begin: true, corpus: args[0]})
		},
	}
}

func oneName(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return wrongUsage(l10n.CorpusName)
	}
	return nil
}

func nameAndMore(c *cobra.Command, args []string) error {
	if len(args) < 2 {
		return wrongUsage(l10n.CorpusName)
	}
	return nil
}

// corpora is the corpora of a library.
type corpora struct {
	*store.Library
	all      []model.Corpus
	author   string
	language l10n.Language
}

// onCorpora does something with the corpora of the library.
func onCorpora(s settings, do func(*corpora) error) error {
	prefs, err := openPreferences()
	if err != nil {
		return err
	}
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	facts, err := library.CorpusFacts()
	if err != nil {
		return err
	}
	return do(&corpora{Library: library, all: model.Corpora(facts), author: author(s, prefs.config), language: s.language})
}

// find is a corpus by its name, nil for none.
func (k *corpora) find(name string) *model.Corpus {
	i := slices.IndexFunc(k.all, func(c model.Corpus) bool { return c.Name == name })
	if i < 0 {
		return nil
	}
	return &k.all[i]
}

// known is a corpus that must be there.
func (k *corpora) known(name string) (*model.Corpus, error) {
	if c := k.find(name); c != nil {
		return c, nil
	}
	return nil, noCorpus(name, k.all)
}

// noCorpus says which corpora there are.
func noCorpus(name string, all []model.Corpus) error {
	if len(all) == 0 {
		return localizedError{word: l10n.NoCorpora}
	}
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = quoted(c.Name)
	}
	return localizedError{word: l10n.NoSuchCorpus, args: []any{quoted(name), strings.Join(names, ", ")}}
}

// add keeps facts.
func (k *corpora) add(facts []model.Annotation) error {
	return k.Append(model.Stamp(k.author, facts)...)
}

// corpusNames offers the names of the library's corpora.
func corpusNames(s *settings) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		_ = onCorpora(*s, func(k *corpora) error { // without a library there are none to offer
			for _, c := range k.all {
				names = append(names, c.Name)
			}
			return nil
		})
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}
