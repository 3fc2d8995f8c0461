using CommerceVideo.Channels;

namespace CommerceVideo.Finishing;

/// <summary>
/// Keeps still pictures above the rate a channel's own re-encode needs. Bits are bought as quality: the file is encoded
/// again, finer. Filling it up with padding would pass the rule and help nobody, since channels throw padding away.
/// </summary>
public static class BitrateFloor
{
    /// <summary>How many quantiser steps double the rate.</summary>
    private const double StepsPerDoubling = 6;

    /// <summary>The quality to try next; null when the file holds the floor or cannot be made finer.</summary>
    public static int? Next(int crf, long bitrate)
    {
        if (bitrate >= HouseRules.BitrateFloor || crf <= EncodeProfile.FinestCrf)
        {
            return null;
        }

        var doublings = Math.Log2((double)HouseRules.BitrateFloor / Math.Max(bitrate, 1));
        // One step more than measured: the rate grows less than the rule of thumb once pictures are nearly lossless.
        return Math.Max(crf - 1 - (int)Math.Ceiling(doublings * StepsPerDoubling), EncodeProfile.FinestCrf);
    }
}
