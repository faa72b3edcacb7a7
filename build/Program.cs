// Stands in until the pipeline is here.
Console.WriteLine(string.Join(' ', args));
