"""What a coalition can simply say: what is on paper, how often posts change hands; as rows."""

from collabnet.planning.answers.paper import PaperAnswer, PaperLink, paper_links
from collabnet.planning.answers.paper_rows import paper_edits
from collabnet.planning.answers.posts import Post, PostAnswer, post_edits, posts_of

__all__ = [
    "PaperAnswer",
    "PaperLink",
    "Post",
    "PostAnswer",
    "paper_edits",
    "paper_links",
    "post_edits",
    "posts_of",
]
