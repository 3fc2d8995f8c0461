using System.Collections.Frozen;

namespace CommerceVideo.Channels;

/// <summary>What a merchant does about a rule that a file breaks, in one sentence.</summary>
public static class NextSteps
{
    private static readonly FrozenDictionary<string, string> Steps = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["ratio"] = "Export the video in one of the shapes named, or choose a placement that shows this one.",
        ["minimumSize"] =
            "Export the video larger, or start from a larger photo; enlarging a small file does not help.",
        ["maximumSize"] = "Export the video smaller.",
        ["evenSize"] = "Export the video with an even width and height.",
        ["squarePixels"] = "Export the video with square pixels (a pixel aspect ratio of 1:1).",
        ["rotation"] = "Export the video upright; its file asks the player to turn it, and not every player does.",
        ["durationMinimum"] = "Make the video longer.",
        ["durationMaximum"] = "Cut the video shorter.",
        ["bytes"] = "Export the video with a lower bitrate, or cut it shorter.",
        ["container"] = "Export the video as MP4.",
        ["fastStart"] = "Export the MP4 with its index first (\"fast start\" or \"web optimised\").",
        ["editList"] = "Export the video again without an offset at its start.",
        ["pictureStreams"] = "Export the video with one picture track.",
        ["otherStreams"] = "Export the video without subtitle or data tracks; upload captions apart.",
        ["codec"] = "Export the video as H.264.",
        ["pixelFormat"] = "Export the video in 8 bits with 4:2:0 colour (yuv420p); HDR and 10 bits are not taken.",
        ["progressive"] = "Export the video progressive, not interlaced.",
        ["colour"] = "Export the video in BT.709 with its colour tags, or colours may shift.",
        ["frameRate"] = "Export the video at 24, 25 or 30 frames a second.",
        ["constantFrameRate"] = "Export the video with a constant frame rate.",
        ["closedGop"] = "Export the video with closed groups of pictures.",
        ["gopLength"] = "Export the video with a keyframe every two seconds.",
        ["bitrate"] = "Export the video with a higher bitrate.",
        ["sound"] = "Export the video with a sound track; a silent one will do.",
        ["soundCodec"] = "Export the sound as AAC.",
        ["soundRate"] = "Export the sound at 48 kHz.",
        ["soundChannels"] = "Export the sound in stereo.",
        ["loudness"] = "Bring the sound to the loudness named.",
        ["truePeak"] = "Turn the sound's peaks down; a limiter does that.",
        ["silent"] = "Add music or a voice.",
        ["still"] = "Show movement; a still picture belongs in an image ad.",
        ["blackBars"] = "Crop the black bars away, or fill the frame.",
        ["firstFrameBlack"] = "Start with the product instead of a black picture or a fade.",
        ["posterFormat"] = "Save the poster as JPEG.",
        ["posterRatio"] = "Take the poster from the video, in its own shape.",
        ["posterWidth"] = "Take a larger poster.",
        ["posterBytes"] = "Save the poster in a smaller file.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Rules => Steps.Keys;

    public static string For(string rule) =>
        Steps.GetValueOrDefault(rule) ?? throw new ArgumentException($"No next step for '{rule}'.", nameof(rule));
}
