using System.Buffers;

namespace CommerceVideo.Media.Ffmpeg;

/// <summary>
/// One ffmpeg run as a value: built by pure code, compared in tests as the one string of <see cref="ToString"/>, run by
/// <see cref="FfmpegRunner"/>. Inputs may only be local files, pipes and lavfi sources.
/// </summary>
public sealed class FfmpegCommand
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" ;'\"[]()");

    private readonly List<string> _arguments = [];

    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>A local file; <paramref name="options"/> stand before its <c>-i</c>.</summary>
    public FfmpegCommand File(string path, params ReadOnlySpan<string> options) => Input($"file:{path}", options);

    /// <summary>What the runner writes to standard input.</summary>
    public FfmpegCommand StandardInput(params ReadOnlySpan<string> options) => Input("pipe:0", options);

    /// <summary>A generated source such as <c>anullsrc</c> (no protocol is opened for it).</summary>
    public FfmpegCommand Generated(string source)
    {
        _arguments.AddRange(["-f", "lavfi", "-i", source]);
        return this;
    }

    public FfmpegCommand With(params ReadOnlySpan<string> arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }

    /// <summary>An output file; <paramref name="options"/> stand before its name.</summary>
    public FfmpegCommand Output(string path, params ReadOnlySpan<string> options) => With(options).With($"file:{path}");

    public FfmpegCommand StandardOutput(params ReadOnlySpan<string> options) => With(options).With("pipe:1");

    public override string ToString() => string.Join(' ', _arguments.Select(Quoted));

    private FfmpegCommand Input(string url, ReadOnlySpan<string> options)
    {
        _arguments.AddRange(["-protocol_whitelist", "file,pipe"]);
        return With(options).With("-i", url);
    }

    private static string Quoted(string argument) =>
        argument.AsSpan().IndexOfAny(NeedQuotes) < 0 ? argument : $"'{argument}'";
}
