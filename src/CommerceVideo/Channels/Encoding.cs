namespace CommerceVideo.Channels;

/// <summary>What the file must be inside.</summary>
/// <param name="FrameRates">Frames a second, from and to.</param>
/// <param name="GopSeconds">Seconds from keyframe to keyframe, at most.</param>
/// <param name="MinimumBitrate">Bits a second of the picture alone.</param>
/// <param name="Audio">What is asked of the sound.</param>
public sealed record Encoding(
    Sourced<IReadOnlyList<string>> Codecs,
    Sourced<string> PixelFormat,
    Sourced<(double From, double To)> FrameRates,
    Sourced<double>? GopSeconds,
    Sourced<long>? MinimumBitrate,
    AudioRules Audio
);

/// <param name="Track">A sound track must be there, digital silence if nothing else.</param>
public sealed record AudioRules(
    Sourced<bool> Track,
    Sourced<string> Codec,
    Sourced<int> SampleRate,
    Sourced<int> Channels
);
