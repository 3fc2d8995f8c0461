using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>What ComfyUI's refusals and errors mean (docs/comfyui-contract.md); pure.</summary>
internal static class ComfyUiFailures
{
    private const int MostWords = 300;

    private static readonly string[] MemoryWords = ["out of memory", "OutOfMemory", "Allocation on device"];

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Status switch
        {
            401 or 403 => (FailureKind.AuthRejected, "The proxy before ComfyUI does not accept the key."),
            402 => (FailureKind.OutOfCredit, "The host of ComfyUI wants to be paid."),
            413 => (FailureKind.BadAsset, "ComfyUI does not take a picture this large."),
            429 => (FailureKind.RateLimited, "ComfyUI's host is asked too often."),
            404 or 405 => (FailureKind.InvalidInput, "There is no ComfyUI at the address that is set."),
            >= 400 and < 500 => (FailureKind.InvalidInput, Refused(answer.Body)),
            _ => null,
        };

    /// <summary>Out of the messages that a prompt left in the history.</summary>
    public static (FailureKind Kind, string Reason) OfMessages(IEnumerable<JsonElement> messages)
    {
        foreach (var message in messages.Where(static one => one.ValueKind == JsonValueKind.Array).Reverse())
        {
            var parts = message.EnumerateArray().ToArray();
            switch (parts.Length > 1 ? parts[0].GetString() : null)
            {
                case "execution_error":
                    return Raised(parts[1]);
                case "execution_interrupted":
                    return (FailureKind.Unknown, "Somebody stopped it on the server.");
            }
        }

        return (FailureKind.Unknown, "ComfyUI does not say why it failed.");
    }

    private static (FailureKind Kind, string Reason) Raised(JsonElement error)
    {
        var (type, said) = (error.Text("exception_type") ?? "", error.Text("exception_message") ?? "");
        return MemoryWords.Any(word => $"{type} {said}".Contains(word, StringComparison.OrdinalIgnoreCase))
                ? (FailureKind.Busy, "The server's graphics memory was full.")
            : type.EndsWith("UnidentifiedImageError", StringComparison.Ordinal)
                ? (FailureKind.BadAsset, "ComfyUI cannot read the picture.")
            : (FailureKind.Unknown, Short($"{error.Text("node_type") ?? "A node"} failed: {said.Trim()}"));
    }

    /// <summary>The first complaint of a node is more to the point than the whole's.</summary>
    private static string Refused(JsonElement body)
    {
        var nodes = body.At("node_errors");
        if (nodes.ValueKind == JsonValueKind.Object)
        {
            foreach (var node in nodes.EnumerateObject())
            {
                if (node.Value.Items("errors").FirstOrDefault() is { ValueKind: JsonValueKind.Object } error)
                {
                    return Short($"{node.Value.Text("class_type")}: {error.Text("message")}: {error.Text("details")}");
                }
            }
        }

        return Short($"ComfyUI does not take the workflow: {body.Text("error", "message") ?? "no reason given"}");
    }

    private static string Short(string text) => text.Length <= MostWords ? text : $"{text[..MostWords]}…";
}
