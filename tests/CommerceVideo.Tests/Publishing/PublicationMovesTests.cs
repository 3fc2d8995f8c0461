using CommerceVideo.Publishing;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Publishing;

public sealed class PublicationMovesTests
{
    private static readonly bool[] Either = [false, true];

    [Theory]
    [InlineData(PublicationState.Planned, "Stage")]
    [InlineData(PublicationState.Staged, "Attach")]
    [InlineData(PublicationState.Attaching, "Find")]
    [InlineData(PublicationState.Processing, "AwaitReady")]
    [InlineData(PublicationState.Published, "Rest")]
    [InlineData(PublicationState.Withdrawing, "Withdraw")]
    [InlineData(PublicationState.Withdrawn, "Rest")]
    [InlineData(PublicationState.Failed, "Rest")]
    public void A_wanted_video_goes_on(PublicationState state, string move)
    {
        Assert.Equal(move, PublicationMoves.Next(state, wanted: true, replaced: false).ToString());
        Assert.Equal(move, PublicationMoves.Next(state, wanted: true, replaced: true).ToString());
    }

    [Theory]
    [InlineData(PublicationState.Planned, "Withdraw", "Withdraw")]
    [InlineData(PublicationState.Staged, "Withdraw", "Withdraw")]
    [InlineData(PublicationState.Attaching, "Find", "Find")]
    [InlineData(PublicationState.Processing, "Rest", "Withdraw")]
    [InlineData(PublicationState.Published, "Rest", "Withdraw")]
    [InlineData(PublicationState.Withdrawing, "Withdraw", "Withdraw")]
    [InlineData(PublicationState.Withdrawn, "Rest", "Rest")]
    [InlineData(PublicationState.Failed, "Rest", "Rest")]
    public void One_that_is_not_wanted_any_more_leaves_when_another_stands_in_its_place(
        PublicationState state,
        string before,
        string after
    )
    {
        Assert.Equal(before, PublicationMoves.Next(state, wanted: false, replaced: false).ToString());
        Assert.Equal(after, PublicationMoves.Next(state, wanted: false, replaced: true).ToString());
    }

    [Fact]
    public void One_state_alone_leads_to_attaching_and_attaching_is_always_followed_by_a_look() =>
        Assert.All(
            from state in Enum.GetValues<PublicationState>()
            from wanted in Either
            from replaced in Either
            select (state, wanted, move: PublicationMoves.Next(state, wanted, replaced)),
            static row =>
            {
                Assert.Equal(
                    row is { state: PublicationState.Staged, wanted: true },
                    row.move == PublicationMove.Attach
                );
                Assert.Equal(row.state == PublicationState.Attaching, row.move == PublicationMove.Find);
            }
        );

    [Fact]
    public void Ours_is_the_new_video_with_our_text_that_nobody_else_claims()
    {
        var publication = Publications.Of(PublicationState.Attaching, before: ["old"]);
        MediaItem[] media =
        [
            Video("old"),
            Video("claimed"),
            Video("theirs") with
            {
                Alt = "A video of theirs",
            },
            new("picture", "IMAGE", "READY", publication.Alt, null, null),
            Video("ours"),
        ];

        Assert.Equal("ours", PublicationMoves.Ours(media, publication, new HashSet<string> { "claimed" })?.Gid);
        Assert.Null(PublicationMoves.Ours(media[..4], publication, new HashSet<string> { "claimed" }));
    }

    [Theory]
    [InlineData("p v q", "p", 1)]
    [InlineData("p q v", "q", 2)]
    [InlineData("v p q", "p", 1)]
    [InlineData("v p q", "q", 2)]
    [InlineData("p q r v", "p", 1)]
    [InlineData("p v", "gone", 1)]
    [InlineData("v p q", "gone", 1)]
    [InlineData("v", "gone", 0)]
    public void It_stands_right_behind_its_picture_and_never_first_where_it_need_not(
        string media,
        string picture,
        int position
    ) => Assert.Equal(position, PublicationMoves.Position(Media(media), "v", picture));

    [Fact]
    public void Put_in_its_place_it_is_in_its_place() =>
        Prop.ForAll<byte, byte, byte>(
                static (length, at, picture) =>
                {
                    var others = Enumerable.Range(0, length % 12 + 1).Select(static n => $"p{n}").ToList();
                    var wanted = $"p{picture % (others.Count + 1)}";
                    var media = others.ToList();
                    media.Insert(at % (media.Count + 1), "v");

                    var place = PublicationMoves.Position(Media(string.Join(' ', media)), "v", wanted);
                    others.Insert(place, "v");

                    var behind = others[place - 1];
                    return place == PublicationMoves.Position(Media(string.Join(' ', others)), "v", wanted)
                        && (behind == wanted || (!others.Contains(wanted) && place == 1));
                }
            )
            .QuickCheckThrowOnFailure();

    private static MediaItem[] Media(string gids) =>
        [
            .. gids.Split(' ')
                .Select(static gid => new MediaItem(gid, gid == "v" ? "VIDEO" : "IMAGE", "READY", null, null, null)),
        ];

    private static MediaItem Video(string gid) => new(gid, "VIDEO", "UPLOADED", Publications.Alt, null, null);
}
