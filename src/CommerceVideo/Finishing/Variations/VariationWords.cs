using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Finishing.Variations;

/// <summary>What a variation says, how it looks and when: the brand's words, with its own hook, text and end card. Pure.</summary>
internal static class VariationWords
{
    private const string Hook = "hook";

    private const string EndCard = "card";

    /// <summary>On a card of its own there is room.</summary>
    private const int LargeLogo = 150;

    /// <param name="room">What a ground beside the film leaves free for the hook; null where the film fills the frame.</param>
    /// <returns>The words, or why they cannot be said of this product by this brand.</returns>
    public static (IReadOnlyList<TextBlock>? Said, string? Why) Of(
        VariationTemplate template,
        VariationOptions options,
        FilmWords words,
        double seconds,
        (MatPlace Place, SafeZone Room)? room
    )
    {
        var (hook, why) =
            template.Hook == VariationOptions.None ? (null, null) : HookText.Of(options.Hooks[template.Hook], words);
        if (why is not null)
        {
            return (null, why);
        }

        var style = options.Texts[template.Text];
        var card = template.Card == Card.None ? null : words.Kit.EndCard;
        var offer = template.Card is Card.None or Card.Tag ? null : words.Offer;
        var blocks = Wording.Of(words.Kit with { Hook = hook, EndCard = card }, offer, seconds);
        if (template.Card == Card.Tag && words.Offer is null)
        {
            return (null, "the product has no price to show");
        }

        if (
            template.Card != Card.None
            && blocks.All(static block => block.Name != EndCard)
            && template.Card != Card.Tag
        )
        {
            return (null, "there is no price, offer or call to say at its end");
        }

        var ends = blocks.FirstOrDefault(static block => block.Name == EndCard)?.From ?? seconds;
        // Under a hook that stays, or beside a price that does, captions would be a third thing to read.
        var quiet = room is not null || template.Card == Card.Tag || style.Place == TextPlace.Bottom;
        List<TextBlock> said =
        [
            .. blocks
                .Where(block => block.Name is Hook or EndCard || !quiet)
                .Select(block =>
                    block.Name switch
                    {
                        Hook => Opening(block, style, room, ends, seconds),
                        EndCard => template.Card == Card.Full ? Full(block, style, words) : block,
                        _ => block,
                    }
                ),
        ];
        if (Forbidden(said, words.Forbidden) is { } word)
        {
            return (null, $"its words have the forbidden word “{word}” in them");
        }

        return (
            template.Card == Card.Tag ? [.. said, Tag(words, style, ends, room?.Place ?? MatPlace.None)] : said,
            null
        );
    }

    private static string? Forbidden(IEnumerable<TextBlock> said, IReadOnlyList<string> forbidden) =>
        said.SelectMany(static block => block.Runs)
            .Select(run => ForbiddenWords.First(run.Text, forbidden))
            .FirstOrDefault(static word => word is not null);

    private static TextBlock Opening(
        TextBlock block,
        TextStyle style,
        (MatPlace Place, SafeZone Room)? room,
        double ends,
        double seconds
    )
    {
        var text = style.Capitals ? block.Runs[0].Text.ToUpperInvariant() : block.Runs[0].Text;
        var run = block.Runs[0] with { Text = text, Size = style.Size };
        if (room is not var (place, free))
        {
            return block with { Place = style.Place, Runs = [run], Style = style };
        }

        // On the brand's ground the hook stays: an empty panel says nothing.
        var below = place == MatPlace.Below;
        return block with
        {
            Place = below ? TextPlace.Bottom : TextPlace.Top,
            Runs = [run],
            Room = free,
            Style = style with { Plate = TextPlate.Needed },
            To = below ? ends : seconds,
        };
    }

    private static TextBlock Full(TextBlock block, TextStyle style, FilmWords words)
    {
        TextRun[] title = string.IsNullOrWhiteSpace(words.Title) ? [] : [new TextRun(words.Title.Trim(), 92, 52)];
        return block with
        {
            Place = TextPlace.Middle,
            Runs = [.. title, .. block.Runs],
            Logo = words.Kit.Logo is null ? 0 : LargeLogo,
            Style = style with { Plate = TextPlate.Frame, Centred = true },
        };
    }

    /// <summary>At the other end of what is free than the hook.</summary>
    private static TextBlock Tag(FilmWords words, TextStyle style, double ends, MatPlace mat) =>
        new(
            "tag",
            mat == MatPlace.Below || (mat == MatPlace.None && style.Place == TextPlace.Bottom)
                ? TextPlace.Top
                : TextPlace.Bottom,
            [.. Wording.Prices(words.Offer!, words.Kit)],
            0,
            ends
        )
        {
            Style = new TextStyle { Plate = TextPlate.Solid, Inverted = !style.Inverted },
        };
}
