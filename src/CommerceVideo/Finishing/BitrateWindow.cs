using CommerceVideo.Channels;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>
/// Keeps a file between the rate a channel's own re-encode needs and the rate a phone can follow, by encoding it again at
/// another quality. Filling a still film up with padding helps nobody, since channels throw padding away, and is done only
/// where a channel would refuse the film else: a packshot on white that hardly moves has no more to say at any quality. The
/// encoder's own rate limit (VBV) gives other bytes from run to run as soon as it has two threads.
/// </summary>
public static class BitrateWindow
{
    /// <summary>How many quantiser steps halve or double the rate.</summary>
    private const double StepsPerDoubling = 6;

    /// <summary>How to encode it next; null when it may stay as it is.</summary>
    /// <param name="triesLeft">How often it may still be encoded at another quality.</param>
    public static EncodeProfile? Next(RenditionPlan file, FrameTiming timing, int triesLeft)
    {
        if (file.Profile.FilledTo is not null)
        {
            return null;
        }

        return triesLeft > 0 && Next(file.Profile.Crf, timing, file.BitrateFloor) is { } crf
                ? file.Profile with
                {
                    Crf = crf,
                }
            : timing.Bitrate < file.BitrateMinimum ? file.Profile with { FilledTo = FillTo(file.BitrateMinimum) }
            : null;
    }

    /// <summary>A little more than is asked for: what is counted differs from what is asked of the encoder.</summary>
    private static long FillTo(long minimum) => minimum + (minimum / 4);

    /// <summary>The quality to try next; null when the file is inside or nothing more can be done.</summary>
    public static int? Next(int crf, FrameTiming timing, long floor)
    {
        // A film that was made finer or coarser once only goes on that way: two shots may pull in both directions.
        if (timing.PeakBitrate > HouseRules.BitrateCeiling && crf >= EncodeProfile.UsualCrf)
        {
            return crf + Steps((double)timing.PeakBitrate / HouseRules.BitrateCeiling);
        }

        if (timing.Bitrate >= floor || crf > EncodeProfile.UsualCrf || crf == EncodeProfile.FinestCrf)
        {
            return null;
        }

        // One step more than measured: the rate grows less than the rule of thumb once pictures are nearly lossless.
        return Math.Max(crf - 1 - Steps((double)floor / Math.Max(timing.Bitrate, 1)), EncodeProfile.FinestCrf);
    }

    private static int Steps(double times) => (int)Math.Ceiling(Math.Log2(times) * StepsPerDoubling);
}
