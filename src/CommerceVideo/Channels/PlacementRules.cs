using CommerceVideo.Channels.Rules;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels;

/// <summary>Holds a finished file against a placement. Pure: facts of the file in, broken rules out.</summary>
public static class PlacementRules
{
    /// <param name="heard">What its sound measures; null where nobody listened.</param>
    /// <param name="screen">What its pictures show; null where nobody looked.</param>
    public static Judgement Judge(
        VideoFacts facts,
        Placement placement,
        SoundLevel? heard = null,
        ScreenFacts? screen = null
    )
    {
        var book = new RuleBook();
        FrameRules.Judge(book, facts.Picture, placement);
        LengthRules.Judge(book, facts, placement);
        FileRules.Judge(book, facts.Container, placement);
        PictureRules.Judge(book, facts, placement.Encoding);
        SoundRules.Judge(book, facts.Sound, placement.Encoding.Audio);
        if (heard is not null)
        {
            SoundRules.JudgeHeard(book, heard, placement);
        }

        if (screen is not null)
        {
            ScreenRules.Judge(book, screen, placement);
        }

        return book.Close();
    }
}
