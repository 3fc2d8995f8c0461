using System.Text;
using CommerceVideo.VideoModels.Prompts;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.VideoModels.Prompts;

public sealed class PromptTextTests
{
    private const string Note = "Show the cuff. Then the collar, slowly and from the left, in soft light.";

    [Fact]
    public void What_fits_stays_as_it_is_and_nothing_is_warned_of()
    {
        var (text, warnings) = Join(Note, 500);

        Assert.Equal($"A tee. {Note} Keep it.", text);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(36, "A tee. Show the cuff. Keep it.")]
    [InlineData(75, "A tee. Show the cuff. Then the collar, slowly and from the left. Keep it.")]
    public void A_note_is_shortened_after_a_sentence_that_ends_near_else_after_a_word(int most, string expected)
    {
        var (text, warnings) = Join(Note, most);

        Assert.Equal(expected, text);
        Assert.Contains($"of its {Note.Length} characters", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_which_not_a_word_fits_is_left_out_with_a_warning()
    {
        var (text, warnings) = Join("Unquestionably", 18);

        Assert.Equal("A tee. Keep it.", text);
        Assert.Contains("left out", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_wrote_goes_whole_and_before_the_note()
    {
        var (text, _) = PromptText.Join(
            [new("A tee.", 0), new("Two words here.", 1, Shortens: true), new("Soft light everywhere.", 3)],
            24,
            PromptText.Utf16Units
        );

        Assert.Equal("A tee. Two words here.", text);
    }

    [Fact]
    public void A_script_without_spaces_is_shortened_between_its_signs()
    {
        var (text, _) = Join(new string('衣', 40), 30);

        Assert.Equal($"A tee. {new string('衣', 14)} Keep it.", text);
    }

    [Fact]
    public void Whatever_is_written_the_limit_holds_in_the_unit_that_is_counted_in() =>
        Prop.ForAll(
                Notes.ToArbitrary(),
                Gen.Choose(15, 120).ToArbitrary(),
                static (note, most) =>
                    new Func<string, int>[]
                    {
                        PromptText.Utf16Units,
                        PromptText.CodePoints,
                        Encoding.UTF8.GetByteCount,
                    }.All(measure =>
                        PromptText.Join(Parts(note), most, measure) is var (text, _)
                        && measure(text) <= most
                        && text.StartsWith("A tee.", StringComparison.Ordinal)
                        && text.EndsWith("Keep it.", StringComparison.Ordinal)
                        && text.EnumerateRunes().All(static rune => rune != Rune.ReplacementChar)
                    )
            )
            .QuickCheckThrowOnFailure();

    private static Gen<string> Notes =>
        Gen.Elements("cuff", "the", "slowly,", "now.", "衣服", "。", "👗", "naïve", "عربي", "!")
            .ListOf()
            .Select(static words => string.Join(' ', words));

    private static (string Text, IReadOnlyList<string> Warnings) Join(string note, int most) =>
        PromptText.Join(Parts(note), most, PromptText.Utf16Units);

    private static PromptPart[] Parts(string note) =>
        [new("A tee.", 0), new(note, 1, Shortens: true), new("Keep it.", 0)];
}
