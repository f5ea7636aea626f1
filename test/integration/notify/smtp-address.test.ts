import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  MINUTE,
  openMailroom,
  reply,
  startPost,
  type FakePost,
  type Mailroom,
} from './mail-fixture.ts';

let room: Mailroom;
let post: FakePost;

beforeAll(async () => {
  room = await openMailroom();
});

afterAll(async () => {
  await room.close();
});

beforeEach(async () => {
  post = await startPost();
});

afterEach(async () => {
  await post.stop();
});

async function tellOne(): Promise<string> {
  const person = await room.person();
  const [id] = await room.tell({ person, programme: await room.programme() });
  if (id === undefined) throw new Error('nothing was told');
  return id;
}

describe('the address of the server', () => {
  const smtp = (url: string): { smtp: { url: string; from: string } } => ({
    smtp: { url, from: 'milepost@town.example.org' },
  });

  test('may carry an account, and a wrong password counts as a server that is away', async () => {
    await post.stop();
    post = await startPost({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        const known = username === 'town' && password === 'right';
        done(known ? null : reply(535, 'no'), { user: 'town' });
      },
    });
    const id = await tellOne();
    const { host } = new URL(post.url);
    expect(await room.mailer(post, smtp(`smtp://town:wrong@${host}`)).flush()).toEqual([
      'unreachable',
    ]);
    expect(await room.state(id)).toMatchObject({ state: 'pending', attempts: 0 });
    room.pass(MINUTE);
    expect(await room.mailer(post, smtp(`smtp://town:right@${host}`)).flush()).toEqual(['sent']);
  });

  test('with smtps:// is not satisfied by a certificate that nobody vouches for', async () => {
    await post.stop();
    post = await startPost({ secure: true });
    const id = await tellOne();
    const { host } = new URL(post.url);
    expect(await room.mailer(post, smtp(`smtps://${host}`)).flush()).toEqual(['unreachable']);
    expect(post.received).toEqual([]);
    expect((await room.state(id)).error).toContain('certificate');
    room.pass(MINUTE);
    const trusting = `smtps://${host}?tls.rejectUnauthorized=false`;
    expect(await room.mailer(post, smtp(trusting)).flush()).toEqual(['sent']);
  });

  test('with requireTLS is not satisfied by a server that offers none', async () => {
    await tellOne();
    const { host } = new URL(post.url);
    const strict = `smtp://${host}?requireTLS=true`;
    expect(await room.mailer(post, smtp(strict)).flush()).toEqual(['unreachable']);
    expect(post.received).toEqual([]);
    room.pass(MINUTE);
    expect(await room.mailer(post).flush()).toEqual(['sent']);
  });
});
