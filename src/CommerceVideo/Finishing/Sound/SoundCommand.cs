using System.Globalization;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Sound;

/// <summary>The three runs of ffmpeg that sound takes; pure.</summary>
internal static class SoundCommand
{
    /// <summary>Four times the rate shows what lies between samples, which is what a true peak is.</summary>
    private const int Oversampled = 192_000;

    /// <summary>Prints the loudness of each step of 100 ms; true peaks would cost thrice as much and are measured on what is delivered.</summary>
    public static FfmpegCommand Read(string bed, double seconds) =>
        new FfmpegCommand()
            .File(bed, "-t", Number(seconds))
            .With("-xerror", "-map", "0:a:0", "-vn", "-af")
            .With(
                "aresample=48000,aformat=channel_layouts=stereo,ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M:file=-"
            )
            .Output("/dev/null", "-f", "null");

    /// <summary>One track as it is delivered: cut, joined, faded, at its level, peaks held.</summary>
    /// <param name="gain">dB.</param>
    /// <param name="ceiling">dBFS between samples, before it is coded.</param>
    public static FfmpegCommand Make(string bed, BedCut cut, double gain, double ceiling, string output)
    {
        var graph = new List<string>
        {
            $"[0:a:0]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=start={Number(cut.Start)}:end={Number(cut.Start + cut.Length)},"
                + $"asetpts=PTS-STARTPTS{(cut.Rounds == 1 ? "[bed]" : $",asplit={cut.Rounds}{Rounds(cut.Rounds)}")}",
        };
        for (var round = 1; round < cut.Rounds; round++)
        {
            var (before, after) = (
                round == 1 ? "[b0]" : $"[j{round - 1}]",
                round == cut.Rounds - 1 ? "[bed]" : $"[j{round}]"
            );
            graph.Add($"{before}[b{round}]acrossfade=d={Number(BedCut.Join)}:c1=qsin:c2=qsin{after}");
        }

        graph.Add(
            $"[bed]atrim=end={Number(cut.Seconds)},afade=t=in:d={Number(BedCut.FadeIn)},"
                + $"afade=t=out:st={Number(cut.Seconds - cut.FadeOut)}:d={Number(cut.FadeOut)},volume={Number(gain)}dB,"
                + $"aresample={Oversampled},alimiter=limit={Number(Math.Pow(10, ceiling / 20))}:attack=5:release=60:level=disabled,"
                + $"aresample=48000,atrim=end={Number(cut.Seconds)}[out]"
        );
        return new FfmpegCommand()
            .File(bed)
            .With("-filter_complex", string.Join(';', graph), "-xerror", "-map", "[out]", "-vn")
            .With([.. EncodeProfile.Sound, .. EncodeProfile.File])
            .Output(output);
    }

    /// <summary>The film's pictures as they are, with this track under them, or with none.</summary>
    public static FfmpegCommand Lay(string film, string? track, double seconds, string output)
    {
        var command = new FfmpegCommand().File(film);
        if (track is not null)
        {
            command.File(track);
        }

        command.With("-map", "0:v:0").With(track is null ? ["-an"] : ["-map", "1:a:0"]);
        return command.With("-c", "copy", "-t", Number(seconds)).With([.. EncodeProfile.File]).Output(output);
    }

    private static string Rounds(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(static at => $"[b{at}]"));

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
