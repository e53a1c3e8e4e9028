"""Who the article's speakers are: names, titles, pronouns and organisations, and which of them are one."""
