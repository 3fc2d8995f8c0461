using CommerceVideo.Media;

namespace CommerceVideo.Channels;

/// <summary>One slot on one channel with the rules its files must keep: a fact of the outside world, as one entry of a list.</summary>
public sealed record Placement
{
    /// <summary>Stable name, <c>channel.slot</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Shapes taken, the preferred one first.</summary>
    public required Sourced<IReadOnlyList<Shape>> Shapes { get; init; }

    /// <summary>Any ratio between these is taken, the Shapes being what is made; null where only the Shapes are taken.</summary>
    public Sourced<(double Narrowest, double Widest)>? AnyRatio { get; init; }

    /// <summary>Pixels of the longer side, at most; null where none is published.</summary>
    public Sourced<int>? LongestSide { get; init; }

    /// <summary>The frame takes the shape of the picture that is nearest to it; else the preferred one is made.</summary>
    public bool FollowsPicture { get; init; }

    public required Lengths Lengths { get; init; }

    public required Sourced<long> MaximumBytes { get; init; }

    public required Sourced<IReadOnlyList<string>> Containers { get; init; }

    public required Encoding Encoding { get; init; }

    public required Sourced<SafeZone> SafeZone { get; init; }

    /// <summary>How loud its sound may be; null where nothing is asked.</summary>
    public Sourced<Loudness>? Loudness { get; init; } = HouseRules.Loudness;

    /// <summary>The channel advises against silence; null where a silent track is as good.</summary>
    public Sourced<bool>? NeedsSound { get; init; }

    /// <summary>The channel advises against a film in which nothing moves.</summary>
    public Sourced<bool>? NeedsMotion { get; init; }

    public PosterRules Poster { get; init; } = HouseRules.Poster;

    public WordRules Words { get; init; } = HouseRules.Words;

    /// <summary>Bits a second that a file is made to hold; an aim of ours, above whatever the channel asks.</summary>
    public long BitrateFloor { get; init; } = HouseRules.BitrateFloor;

    public string Channel => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    public IReadOnlyList<AspectRatio> Ratios => [.. Shapes.Value.Select(static shape => shape.Ratio)];

    /// <summary>The shape nearest to a frame of this ratio.</summary>
    public Shape Nearest(double ratio) =>
        Shapes.Value.MinBy(shape => Math.Abs(Math.Log(shape.Ratio.Value / ratio)))
        ?? throw new InvalidOperationException(Id);

    /// <summary>The shape to make from a frame of this ratio.</summary>
    public Shape ShapeFor(double ratio) => FollowsPicture ? Nearest(ratio) : Shapes.Value[0];

    /// <summary>The same placement for a rehearsal at a smaller scale: what it asks of frame and rate shrinks with the film.</summary>
    public Placement AtScale(double scale) =>
        scale == 1
            ? this
            : this with
            {
                BitrateFloor = Scaled(BitrateFloor, scale),
                Poster = Poster with
                {
                    MinimumWidth = Poster.MinimumWidth with { Value = (int)(Poster.MinimumWidth.Value * scale) },
                },
                Encoding = Encoding.MinimumBitrate is { } bitrate
                    ? Encoding with
                    {
                        MinimumBitrate = bitrate with { Value = Scaled(bitrate.Value, scale) },
                    }
                    : Encoding,
                Shapes = Shapes with
                {
                    Value =
                    [
                        .. Shapes.Value.Select(shape =>
                            shape with
                            {
                                Aim = Scaled(shape.Aim, scale),
                                Minimum = shape.Minimum is { } minimum
                                    ? minimum with
                                    {
                                        Value = Scaled(minimum.Value, scale),
                                    }
                                    : null,
                            }
                        ),
                    ],
                },
            };

    /// <summary>Even and downward: a film at that scale holds it.</summary>
    private static FrameSize Scaled(FrameSize size, double scale) =>
        new((int)(size.Width * scale) & ~1, (int)(size.Height * scale) & ~1);

    /// <summary>Bits follow the area.</summary>
    private static long Scaled(long bitrate, double scale) => (long)(bitrate * scale * scale);
}
