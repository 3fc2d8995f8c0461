using System.Diagnostics;
using CommerceVideo.Sandbox.Children;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Tests.Support;

/// <summary>One program of a <see cref="FlowSystem"/>; it dies with the tests, and can be killed before.</summary>
internal sealed class FlowProgram : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Child _child = null!;

    public string Tail => _child.Tail;

    public static async Task<FlowProgram> StartAsync(
        string name,
        IReadOnlyDictionary<string, string> settings,
        string folder
    )
    {
        var program = new FlowProgram();
        var command =
            name == "store"
                ? new ProgramCommand("node", InCheckout("src/CommerceVideo.Sandbox/Store/main.mjs"))
                : new ProgramCommand("dotnet", Path.Combine(AppContext.BaseDirectory, "CommerceVideo.dll"), name);
        program._child = await Child.StartAsync(
            new ChildDescription(
                name,
                command.Program,
                command.Arguments,
                settings,
                Path.Combine(folder, $"{name}.log")
            ),
            program.Hear
        );
        return program;
    }

    /// <summary>Where it says that it answers.</summary>
    public async Task<Uri> AddressAsync()
    {
        await Task.WhenAny(_address.Task, _child.Exited);
        Assert.True(_address.Task.IsCompleted, $"It ended at its start.\n{Tail}");
        return await _address.Task;
    }

    /// <summary>Without a warning, which is what is being tested.</summary>
    public async Task KillAsync()
    {
        using (var process = Process.GetProcessById(_child.Id))
        {
            process.Kill();
        }

        await _child.Exited;
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private void Hear(string line)
    {
        if (ReadyLine.AddressIn(line) is { } address)
        {
            _address.TrySetResult(address);
        }
    }

    private static string InCheckout(string path) => Path.Combine(Repository.Root, path);
}
