using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Media.Photos;

/// <summary>What a picture must keep to before it is decoded.</summary>
public sealed record PhotoRules
{
    public static PhotoRules Default { get; } = new();

    /// <summary>Shopify takes product pictures of up to 20 MB; nothing larger can come from there.</summary>
    [Range(1, 200 * 1024 * 1024)]
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Four bytes a pixel stay in memory while a photo is worked on: 40 megapixels are 160 MB.</summary>
    [Range(1, 100_000_000)]
    public long MaxPixels { get; init; } = 40_000_000;

    /// <summary>Below this a frame of video would be blown up past five times what the picture holds.</summary>
    [Range(1, 10_000)]
    public int MinSide { get; init; } = 200;

    public TimeSpan DecodeLimit { get; init; } = TimeSpan.FromSeconds(60);
}
