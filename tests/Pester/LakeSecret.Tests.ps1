BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $get = 'LakeTools.Cmdlets.Secrets.GetLakeSecretCommand'
    $new = 'LakeTools.Cmdlets.Secrets.NewLakeSecretCommand'
    $set = 'LakeTools.Cmdlets.Secrets.SetLakeSecretCommand'
    $remove = 'LakeTools.Cmdlets.Secrets.RemoveLakeSecretCommand'

    function Get-Text([securestring] $Secure) { [System.Net.NetworkCredential]::new('', $Secure).Password }
}

AfterAll { Disconnect-Lake }

Describe 'New-LakeSecret' {
    It 'refuses a hashtable that holds itself, here and as a policy' {
        $value = @{ user = 'etl' }
        $value.self = @{ list = @(1, $value) }
        New-LakeSecret itself -Value $value -ErrorVariable failed -ErrorAction SilentlyContinue
        $null = New-LakeSecret policed -Value 'x'
        Set-LakeSecretPolicy policed -Policy $value -ErrorVariable +failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] } | Should -Be LakeTools.SecretValueUnsupported, LakeTools.SecretValueUnsupported
        Get-LakeSecretInfo itself -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'keeps a hashtable as JSON, also with SecureStrings in it' {
        $info = New-LakeSecret table -Value @{ username = 'loader'; password = (ConvertTo-SecureString 'p"w' -AsPlainText -Force); port = 5432 } -Tag @{ team = 'sales' }
        $info | Should -BeOfType ([LakeTools.LakeSecretInfo])
        $info.Tag['team'] | Should -Be 'sales'
        $info.Kind | Should -Be 'Json'
        $info.Key | Sort-Object | Should -Be 'password', 'port', 'username'
        (Get-LakeSecret table).Kind | Should -Be 'Json'
        Get-LakeSecret table -Key password -AsPlainText | Should -Be 'p"w'
        (Get-LakeSecret table -AsPlainText | ConvertFrom-Json).port | Should -Be 5432
    }

    It 'keeps <kind>' -ForEach @(
        @{ kind = 'text'; value = 'plain'; expected = 'plain' }
        @{ kind = 'a SecureString'; value = (ConvertTo-SecureString 'secure' -AsPlainText -Force); expected = 'secure' }
        @{ kind = 'a credential'
            value = [pscredential]::new('me', (ConvertTo-SecureString 'pw' -AsPlainText -Force)); expected = '{"username":"me","password":"pw"}' }
    ) {
        $name = 'kept-' + ($kind -replace '\W')
        $null = New-LakeSecret $name -Value $value
        Get-LakeSecret $name -AsPlainText | Should -BeExactly $expected
    }

    It 'keeps bytes' {
        (New-LakeSecret bytes -Value ([byte[]](0, 200, 7))).Kind | Should -Be 'Binary'
        (Get-LakeSecretInfo bytes).Kind | Should -BeNullOrEmpty
        $secret = Get-LakeSecret bytes
        $secret.Kind | Should -Be 'Binary'
        $secret.GetBytes() | Should -Be @(0, 200, 7)
        $bytes = Get-LakeSecret bytes -AsPlainText
        , $bytes | Should -BeOfType [byte[]]
        $bytes | Should -Be @(0, 200, 7)
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'an empty name'; name = ''; id = 'SecretIdEmpty' }
        @{ why = 'a name with blanks'; name = 'no good'; id = 'InvalidSecretName' }
        @{ why = 'a name that is taken'; name = 'taken'; id = 'SecretExists' }
    ) {
        if ($name -eq 'taken') { $null = New-LakeSecret taken -Value 'x' }
        { New-LakeSecret $name -Value 'y' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$new"
    }

    It 'reads JSON with a byte order mark, and the last of two values of a key' {
        $null = New-LakeSecret marked -Value "`u{FEFF}{ ""a"": 1.50 }"
        Get-LakeSecret marked -Key a -AsPlainText | Should -BeExactly '1.50'
        $null = New-LakeSecret twice -Value '{"a":"first","b":1,"a":"last"}'
        (Get-LakeSecret twice).Key | Should -Be a, b
        Get-LakeSecret twice -Key a -AsPlainText | Should -BeExactly last
    }

    It 'keeps the JSON of half of a surrogate pair as text, and says why it is none' {
        $text = '{"a":"\ud800"}'
        $null = New-LakeSecret half -Value $text -ErrorAction Stop
        Get-LakeSecret half -AsPlainText | Should -BeExactly $text
        (Get-LakeSecret half).Kind | Should -Be Text
        { Get-LakeSecret half -Key a -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretKeyNotFound,*'
    }

    It 'refuses half of a surrogate pair, which the service cannot keep' {
        $half = 'x' + [char] 0xD800
        foreach ($value in $half, @{ a = $half }, @{ $half = 'a' }) {
            { New-LakeSecret broken -Value $value -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretValueUnsupported,$new"
        }
    }

    It 'refuses a value of another kind, without showing it' {
        { New-LakeSecret odd -Value ([version]'7.3.9.1') -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretValueUnsupported,$new"
        foreach ($number in [double]::NaN, [double]::PositiveInfinity, [double]::NegativeInfinity) {
            { New-LakeSecret odd -Value @{ a = @{ b = $number } } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretValueUnsupported,$new"
            { Set-LakeSecretPolicy odd -Policy @{ a = $number } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretValueUnsupported,*'
        }
    }

    It 'makes nothing with -WhatIf' {
        New-LakeSecret never -Value 'x' -WhatIf
        Get-LakeSecretInfo | Where-Object Name -eq never | Should -BeNullOrEmpty
    }
}

Describe 'A managed external secret' {
    It 'shows its type, and its rotation is refused where no partner does it' {
        New-LakeSecret partner/one -Value 'x' -Type 'ExamplePartner' | Out-Null
        (Get-LakeSecretInfo partner/one).Type | Should -Be ExamplePartner
        (Get-LakeSecretInfo partner/*).Type | Should -Be ExamplePartner
        { Start-LakeSecretRotation partner/one -ExternalRotationRoleArn arn:aws:iam::000000000000:role/rotate -ExternalRotationMetadata @{ a = 'b' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InvalidRequest,*'
        (Get-LakeSecretInfo partner/one).RotationEnabled | Should -BeFalse
    }
}

Describe 'Get-LakeSecret' {
    BeforeAll { $null = New-LakeSecret my-db -Value @{ username = 'loader'; password = 'first' } }

    It 'gives a secret whose values are SecureStrings' {
        $secret = Get-LakeSecret my-db
        $secret | Should -BeOfType ([LakeTools.LakeSecret])
        $secret.Key | Sort-Object | Should -Be @('password', 'username')
        $secret.VersionStage | Should -Be 'AWSCURRENT'
        $secret['password'] | Should -BeOfType ([securestring])
        Get-Text $secret.GetKey('password') | Should -Be 'first'
        Get-Text (Get-LakeSecret my-db -Key password) | Should -Be 'first'
    }

    It 'gives a credential' {
        $credential = Get-LakeSecret my-db -AsCredential
        $credential | Should -BeOfType ([pscredential])
        $credential.UserName | Should -Be 'loader'
        Get-Text $credential.Password | Should -Be 'first'
    }

    It 'gives a hashtable, secure or plain' {
        (Get-LakeSecret my-db -AsHashtable)['password'] | Should -BeOfType ([securestring])
        (Get-LakeSecret my-db -AsHashtable -AsPlainText)['password'] | Should -Be 'first'
    }

    It 'writes a file that only its owner may read' -Skip:$IsWindows {
        $file = Join-Path $TestDrive value.txt
        Get-LakeSecret my-db -Key password -OutFile $file | Should -BeNullOrEmpty
        Get-Content $file -Raw | Should -BeExactly 'first'
        [System.IO.File]::GetUnixFileMode($file) | Should -Be ([System.IO.UnixFileMode] 'UserRead, UserWrite')
    }

    It 'refuses a file for several secrets before any call' {
        $file = Join-Path $TestDrive several.txt
        { Get-LakeSecret my-db, gone -OutFile $file -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.FileAmbiguous,$get"
        $file | Should -Not -Exist
    }

    It 'keeps the file of the first piped secret' {
        $null = New-LakeSecret piped-second -Value 'second'
        $file = Join-Path $TestDrive piped.txt
        'gone', 'piped-second', 'my-db' | Get-LakeSecret -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Be "LakeTools.SecretNotFound,$get", "LakeTools.FileAmbiguous,$get"
        $failures[1].TargetObject | Should -Be 'my-db'
        $failures[1].CategoryInfo.Category | Should -Be InvalidArgument
        Get-Content $file -Raw | Should -BeExactly 'second'
    }

    It 'reads what Get-LakeSecretInfo finds' {
        Get-LakeSecretInfo my-* | Get-LakeSecret -Key username -AsPlainText | Should -Be 'loader'
    }

    It 'goes on after one that is not there' {
        $found = 'my-db', 'gone', 'my-db' | Get-LakeSecret -ErrorAction SilentlyContinue -ErrorVariable failure
        @($found).Count | Should -Be 2
        $failure[0].FullyQualifiedErrorId | Should -Be "LakeTools.SecretNotFound,$get"
        $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failure[0].TargetObject | Should -Be 'gone'
    }

    It 'refuses an id that is <what>' -ForEach @(
        @{ what = 'null'; value = $null }
        @{ what = 'empty'; value = '' }
        @{ what = 'blank'; value = ' ' }
    ) {
        { Get-LakeSecret $value -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretIdEmpty,$get"
    }

    It 'says what is not there: <id>' -ForEach @(
        @{ id = 'SecretKeyNotFound'; parameters = @{ Id = 'my-db'; Key = 'token' } }
        @{ id = 'SecretVersionNotFound'; parameters = @{ Id = 'my-db'; VersionStage = 'AWSPENDING' } }
        @{ id = 'SecretNotFound'; parameters = @{ Id = 'gone' } }
    ) {
        { Get-LakeSecret @parameters -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$get"
    }

    Context 'of keys that differ only in case' {
        BeforeAll { $null = New-LakeSecret cases -Value '{"Password":"a","PASSWORD":"b","user":"u"}' }

        It 'loses no value in a hashtable, which takes any case elsewhere' {
            $table = Get-LakeSecret cases -AsHashtable -AsPlainText
            $table.Count | Should -Be 3
            $table['Password'], $table['PASSWORD'], $table['password'] | Should -Be 'a', 'b', $null
            (Get-LakeSecret my-db -AsHashtable -AsPlainText)['PASSWORD'] | Should -Be 'first'
        }

        It 'takes a spelling that the secret has, and no other' {
            Get-LakeSecret cases -Key PASSWORD -AsPlainText | Should -Be 'b'
            Get-LakeSecret cases -Key USER -AsPlainText | Should -Be 'u'
            $failure = { Get-LakeSecret cases -Key password -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretKeyAmbiguous,$get" -PassThru
            $failure.CategoryInfo.Category | Should -Be InvalidArgument
            $failure.TargetObject | Should -Be 'password'
        }

        It 'does not guess the password of a credential' {
            { Get-LakeSecret cases -AsCredential -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretKeyAmbiguous,$get"
            $null = New-LakeSecret exact-case -Value '{"PASSWORD":"other","password":"right","user":"u"}'
            Get-Text (Get-LakeSecret exact-case -AsCredential).Password | Should -Be 'right'
        }
    }

    It 'has no text for a key that is null' {
        $null = New-LakeSecret null-key -Value '{"username":"me","password":null}'
        { Get-LakeSecret null-key -Key password -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretKeyIsNull,$get"
        { Get-LakeSecret null-key -Key password -AsPlainText -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretKeyIsNull,$get"
        $file = Join-Path $TestDrive null-key.txt
        { Get-LakeSecret null-key -Key password -OutFile $file -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretKeyIsNull,$get"
        $file | Should -Not -Exist
        foreach ($table in (Get-LakeSecret null-key -AsHashtable), (Get-LakeSecret null-key -AsHashtable -AsPlainText)) {
            $table.ContainsKey('password') | Should -BeTrue
            $table.password | Should -BeNullOrEmpty
        }
    }

    It 'has no credential in <value>' -ForEach @(
        @{ name = 'null-password'; value = '{"username":"me","password":null}' }
        @{ name = 'null-user'; value = '{"username":null,"password":"pw"}' }
        @{ name = 'empty-user'; value = '{"username":"","password":"pw"}' }
    ) {
        $null = New-LakeSecret $name -Value $value
        $null = New-LakeSecret "$name-good" -Value '{"username":null,"user":"you","password":null,"pwd":"pw"}'
        $found = "$name-good", $name | Get-LakeSecret -AsCredential -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.UserName | Should -Be 'you'
        $found.GetNetworkCredential().Password | Should -Be 'pw'
        $failed.FullyQualifiedErrorId | Should -Be "LakeTools.SecretHasNoCredential,$get"
    }

    It 'does not join two filters of one kind' {
        { Get-LakeSecret -Filter @{ 'tag-key' = 'a'; TagKey = 'b' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.KeysMeet,$get"
    }

    It 'has no credential where the secret has none' {
        $null = New-LakeSecret api -Value @{ token = 'abc' }
        { Get-LakeSecret api -AsCredential -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretHasNoCredential,$get"
    }
}

Describe 'Set-LakeSecret' {
    It 'changes a key as it is spelled where several differ only in case' {
        $null = New-LakeSecret change-case -Value '{"Password":"a","PASSWORD":"b"}'
        { Set-LakeSecret change-case x -Key password -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.SecretKeyAmbiguous,LakeTools.Cmdlets.Secrets.SetLakeSecretCommand'
        Set-LakeSecret change-case x -Key PASSWORD
        Get-LakeSecret change-case -AsPlainText | Should -BeExactly '{"Password":"a","PASSWORD":"x"}'
    }

    It 'keeps every key of a hashtable, or says which cannot be kept' {
        $table = [hashtable]::new([StringComparer]::Ordinal)
        $table['Password'], $table['PASSWORD'] = 'a', 'b'
        (New-LakeSecret both-cases -Value $table).Key | Should -Be 'Password', 'PASSWORD'
        { New-LakeSecret both-ones -Value @{ 1 = 'a'; ([long] 1) = 'b' } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.KeysMeet,*'
    }

    It 'changes one key and leaves the others' {
        $null = New-LakeSecret change -Value @{ username = 'loader'; password = 'old' }
        Set-LakeSecret change -Key password -Value 'new' | Should -BeNullOrEmpty
        $now = Get-LakeSecret change -AsHashtable -AsPlainText
        $now['username'] | Should -Be 'loader'
        $now['password'] | Should -Be 'new'
        Get-LakeSecret change -Key password -AsPlainText -VersionStage AWSPREVIOUS | Should -Be 'old'
    }

    It 'changes the description alone' {
        $null = New-LakeSecret described -Value 'x' -Description 'before'
        (Set-LakeSecret described -Description 'after' -PassThru).Description | Should -Be 'after'
        @((Get-LakeSecretInfo described).Version).Count | Should -Be 1
    }

    It 'refuses to change nothing' {
        { Set-LakeSecret described -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.NothingToChange,$set"
    }

    It 'refuses a key of what has none' {
        $null = New-LakeSecret flat -Value 'x'
        { Set-LakeSecret flat -Key a -Value b -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretIsNoJson,$set"
    }
}

Describe 'Remove-LakeSecret' {
    It 'keeps the secret for its recovery window' {
        $null = New-LakeSecret leaving -Value 'x'
        Remove-LakeSecret leaving -RecoveryDays 7 -Confirm:$false
        { Get-LakeSecret leaving -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretDeleted,$get"
        Get-LakeSecretInfo leav* | Should -BeNullOrEmpty
        (Get-LakeSecretInfo leav* -IncludeDeleted).DeletedDate | Should -Not -BeNullOrEmpty
    }

    It 'deletes at once with -Force' {
        $null = New-LakeSecret leaving-now -Value 'x'
        Remove-LakeSecret leaving-now -Force -Confirm:$false
        { Get-LakeSecret leaving-now -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretNotFound,$get"
        { Remove-LakeSecret leaving-now -Force -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.SecretNotFound,$remove"
    }
}
