@echo off
rem Untested: no Windows machine was at hand. Builds each time (quick when nothing changed), then hands over to the same program.
cd /d "%~dp0"
dotnet build CommerceVideo.slnf -c Release -v quiet -nodeReuse:false || exit /b 1
dotnet src\CommerceVideo.Sandbox\bin\Release\net10.0\CommerceVideo.Sandbox.dll start %*
