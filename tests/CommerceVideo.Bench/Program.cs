await Console.Error.WriteLineAsync("Usage: bench [NAME...]");
return 2;
