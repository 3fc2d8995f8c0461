using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>What is seen when the film is looked at: bars, a black beginning, nothing that moves.</summary>
internal static class ScreenRules
{
    private static readonly Sourced<double> NoBars = new(
        HouseRules.BarShare,
        Confidence.ThirdParty,
        "https://audiencex.com/creative-specifications/snapchat/ forbids borders; TikTok's reviewers reject BLACK_EDGE"
    );

    private static readonly Sourced<bool> NoBlackStart = new(
        false,
        Confidence.House,
        "the first picture decides who keeps watching, and is the poster in many players"
    );

    public static void Judge(RuleBook book, ScreenFacts screen, Placement placement)
    {
        book.Ask("blackBars", NoBars, screen.BarShare < NoBars.Value, Math.Round(screen.BarShare, 3));
        book.Ask("firstFrameBlack", NoBlackStart, !screen.BlackStart, screen.BlackStart);
        if (placement.NeedsMotion is { } needed)
        {
            var moves = screen.Change >= HouseRules.StillChange;
            book.Advise("still", needed, moves, Math.Round(screen.Change, 2), HouseRules.StillChange);
        }
    }
}
