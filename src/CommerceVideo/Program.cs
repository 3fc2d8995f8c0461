return await CommerceVideo.Commands.RunAsync(args);
