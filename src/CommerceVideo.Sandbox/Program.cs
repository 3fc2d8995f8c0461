return await CommerceVideo.Sandbox.Commands.RunAsync(args);
