using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox;

/// <summary>Where a command's result goes as JSON: nowhere, a file, or standard output, which the result then has for itself.</summary>
internal sealed class JsonOutput
{
    public const string Option = "--json";

    // Titles in any script stay readable in the file.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string? _file;
    private readonly TextWriter? _output;

    public JsonOutput(string? target)
    {
        if (target == "-")
        {
            _output = Console.Out;
            Console.SetOut(Console.Error);
        }
        else
        {
            _file = target;
        }
    }

    public async Task WriteAsync(JsonObject result, CancellationToken ct)
    {
        var text = result.ToJsonString(Readable) + "\n";
        if (_output is not null)
        {
            await _output.WriteAsync(text.AsMemory(), ct);
            await _output.FlushAsync(ct);
        }
        else if (_file is not null)
        {
            await File.WriteAllTextAsync(_file, text, ct);
        }
    }
}
