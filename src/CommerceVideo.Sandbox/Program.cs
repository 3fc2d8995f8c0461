await Console.Error.WriteLineAsync("Usage: start [--headless]");
return 2;
